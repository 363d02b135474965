import { Copy, Download } from 'lucide';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { CardFormat, CardStyle } from '../../utils/card/card.ts';
import type { CityColours } from '../../utils/card/colour.ts';
import type { Drawn } from '../../utils/card/draw.ts';
import { qrCode } from '../../utils/card/qr.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CardChoices } from './CardChoices.tsx';
import { CopyText } from './CopyText.tsx';
import { altOf, type CardRelease, contentOf, fileNameOf } from './content.ts';
import { PhotoNote, type PhotoState } from './PhotoNote.tsx';
import { pngOf, useCard } from './use-card.ts';

export interface CardMakerProps {
  release: CardRelease;
  /** The source's name. */
  city: string;
  colours: CityColours;
  /** The same object while they are the same pictures. */
  pictures: Drawn;
  photo: PhotoState;
  onAllow?: () => void;
  /** The format that suits where the official is going. */
  format: CardFormat;
  /** The text that goes out with the picture, if there is one. */
  caption: string | null;
}

/** Hands a file to the browser's downloads. */
function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A release's card: how it looks, and what is taken along with it. */
export function CardMaker(props: CardMakerProps) {
  const { release, city, colours, pictures, caption } = props;
  const { card } = useLaterTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [format, setFormat] = useState<CardFormat>(props.format);
  const [style, setStyle] = useState<CardStyle>('cover');
  const [qr, setQr] = useState(true);
  const [said, setSaid] = useState<{ text: string; failed: boolean } | null>(null);
  const content = useMemo(() => contentOf(release, city), [release, city]);
  const choice = useMemo(() => ({ format, style, qr, colours }), [format, style, qr, colours]);
  const drawn = useCard(canvas, content, pictures, choice);
  const alt = altOf(release, content);

  const copyText = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => setSaid({ text: card.textCopied, failed: false }),
      () => setSaid({ text: card.textNotCopied, failed: true }),
    );
  const copyImage = async () => {
    try {
      if (!canvas.current) return;
      // The promise goes in as it is: waiting for it first would outlive the click.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(canvas.current) })]);
      setSaid({ text: card.copied, failed: false });
    } catch {
      // Whatever refused it, the way out is the same, and said.
      setSaid({ text: card.copyFailed, failed: true });
    }
  };
  const saveImage = async () => {
    if (!canvas.current) return;
    try {
      save(await pngOf(canvas.current), fileNameOf(content.title, canvas.current));
      setSaid({ text: card.saved, failed: false });
    } catch {
      setSaid({ text: card.saveFailed, failed: true });
    }
  };

  return (
    <div class="card-maker">
      <div class="card-preview">
        <canvas ref={canvas} role="img" aria-label={alt} lang={release.language} hidden={!drawn} />
        {!drawn && (
          <Notice kind="warn" live>
            {card.tooLong}
          </Notice>
        )}
      </div>
      <div class="card-side">
        <PhotoNote photo={props.photo} {...(props.onAllow && { onAllow: props.onAllow })} />
        <CardChoices
          {...{ format, style, qr }}
          canQr={useMemo(() => qrCode(content.url) !== null, [content.url])}
          onFormat={setFormat}
          onStyle={setStyle}
          onQr={setQr}
        />
        <div class="card-actions">
          <button type="button" class="button button-main" disabled={!drawn} onClick={() => void copyImage()}>
            <Icon icon={Copy} size={16} />
            {card.copyImage}
          </button>
          <button type="button" class="button" disabled={!drawn} onClick={() => void saveImage()}>
            <Icon icon={Download} size={16} />
            {card.saveImage}
          </button>
          <p class={said?.failed ? 'card-failed' : ''} role="status">
            {said?.text}
          </p>
        </div>
        <CopyText
          {...{ id: 'card-alt', label: card.alt, copyLabel: card.copyAlt, help: card.altHelp }}
          {...{ text: alt, lang: release.language, onCopy: () => void copyText(alt) }}
        />
        {caption !== null && (
          <CopyText
            {...{ id: 'card-caption', label: card.caption, copyLabel: card.copyCaption }}
            {...{ text: caption, lang: release.language, onCopy: () => void copyText(caption) }}
          />
        )}
      </div>
    </div>
  );
}
