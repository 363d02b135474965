import { Copy, Download } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PictureFile } from '../../utils/release/picture-file.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { fileName, saveFile } from '../ui/save-file.ts';

interface Props {
  file: PictureFile | null;
  alt: string;
  /** Of the release: the file is called after it. */
  title: string;
  /** The platform's name where the picture has to be attached there by hand; null where Jubir sends it along. */
  byHand: string | null;
  /** What else can be done with it. */
  children: ComponentChildren;
}

/** How the picture comes to the platform; where a link carries none, the file and the words are taken along. */
export function PictureActions({ file, alt, title, byHand, children }: Props) {
  const { picture: words } = useSendingTexts();
  const [said, setSaid] = useState<{ text: string; failed: boolean } | null>(null);
  const data = file && 'data' in file ? file.data : null;
  const copy = () =>
    navigator.clipboard.writeText(alt).then(
      () => setSaid({ text: words.copied, failed: false }),
      () => setSaid({ text: words.copyFailed, failed: true }),
    );
  const save = () => {
    if (data === null) return;
    saveFile(`${fileName('gambar', title)}.jpg`, blobOf(data));
    setSaid({ text: words.saved, failed: false });
  };
  return (
    <>
      <p class="field-help">{byHand === null ? words.goesAlong : words.byHand(byHand)}</p>
      <div class="draft-picture-actions">
        {byHand !== null && (
          <>
            <button type="button" class="button" disabled={data === null} onClick={save}>
              <Icon icon={Download} size={16} />
              {words.save}
            </button>
            <button type="button" class="button" disabled={alt.trim() === ''} onClick={() => void copy()}>
              <Icon icon={Copy} size={16} />
              {words.copyAlt}
            </button>
          </>
        )}
        {children}
      </div>
      <p class={said?.failed ? 'field-error' : 'field-help'} role="status">
        {said?.text}
      </p>
    </>
  );
}

/** The file in a `data:` address; a page of ours may not fetch one. */
function blobOf(data: string): Blob {
  const [head = '', letters = ''] = data.split(',');
  const type = head.slice('data:'.length).split(';')[0] ?? '';
  return new Blob([Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))], { type });
}
