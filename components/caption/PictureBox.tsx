import './picture.css';
import { ImageOff } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { longestAlt } from '../../utils/draft/draft.ts';
import type { PictureFile } from '../../utils/release/picture-file.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PictureActions } from './PictureActions.tsx';
import type { useDraftPicture } from './use-draft-picture.ts';

interface Props {
  picture: ReturnType<typeof useDraftPicture>;
  /** Of the release: the file is called after it. */
  title: string;
  /** The release's language, in which the picture is described. */
  lang: string;
  /** The platform's name where the picture has to be attached there by hand; null where Jubir sends it along. */
  byHand: string | null;
}

/** The draft's picture: what is seen in it, in words too, and how it comes to the platform. */
export function PictureBox({ picture: own, title, lang, byHand }: Props) {
  const { picture: words } = useSendingTexts();
  const { picture, file } = own;
  const field = useRef<HTMLTextAreaElement>(null);
  // Words are asked for where the official is about to look: in a popup the field lies below what is in view.
  useEffect(() => {
    if (own.fresh) field.current?.focus();
  }, [own.fresh]);
  if (!picture) return null;
  const missing = picture.alt.trim() === '';
  return (
    <fieldset class="draft-picture">
      <legend class="visually-hidden">{words.title}</legend>
      <div class="draft-picture-main">
        <Thumbnail file={file} alt={missing ? words.unnamed : picture.alt} />
        <div class="field">
          <label for="draft-picture-alt">{words.alt}</label>
          <textarea
            id="draft-picture-alt"
            ref={field}
            class="input"
            rows={2}
            lang={lang}
            maxLength={longestAlt}
            value={picture.alt}
            aria-describedby={`draft-picture-help${missing ? ' draft-picture-missing' : ''}`}
            onInput={(event) => own.describe(event.currentTarget.value)}
          />
        </div>
      </div>
      <p class="field-help" id="draft-picture-help">
        {words.altHelp}
      </p>
      {missing && (
        <p class="field-error" id="draft-picture-missing">
          {words.altMissing}
        </p>
      )}
      <Trouble file={file} onAgain={own.again} />
      <PictureActions {...{ file, title, byHand }} alt={picture.alt}>
        <button type="button" class="button" onClick={own.detach}>
          <Icon icon={ImageOff} size={16} />
          {words.detach}
        </button>
      </PictureActions>
    </fieldset>
  );
}

function Thumbnail({ file, alt }: { file: PictureFile | null; alt: string }) {
  if (file && 'data' in file) return <img class="draft-picture-small" src={file.data} alt={alt} />;
  return (
    <div class="draft-picture-small" aria-hidden="true">
      {file && <Icon icon={ImageOff} size={20} />}
    </div>
  );
}

/** Why the picture is not to be seen. The draft keeps it: its words can be written meanwhile. */
function Trouble({ file, onAgain }: { file: PictureFile | null; onAgain: () => void }) {
  const texts = useTexts();
  const { picture: words } = useSendingTexts();
  if (!file) {
    return (
      <p class="field-help" role="status">
        {words.loading}
      </p>
    );
  }
  if ('data' in file) return null;
  return (
    <Notice kind="warn" live>
      {words.failed[file.failed]}{' '}
      <button type="button" class="button button-plain" onClick={onAgain}>
        {texts.list.retry}
      </button>
    </Notice>
  );
}
