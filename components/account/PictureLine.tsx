import type { DraftPicture } from '../../utils/draft/draft.ts';
import type { PictureFile } from '../../utils/release/picture-file.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { Notice } from '../ui/Notice.tsx';

/** A draft's picture, with the file where it has come. */
export interface OwnPicture extends DraftPicture {
  file: PictureFile | null;
}

/** The draft's picture as it goes out, and that its words are wanted before it does. */
export function PictureLine({ file, alt }: { file: PictureFile | null; alt: string }) {
  const words = useSendingTexts().publish.confirm;
  return (
    <>
      <h3>{words.picture}</h3>
      <div class="publish-picture">
        {file && 'data' in file && <img src={file.data} alt="" />}
        {alt.trim() === '' ? <Notice kind="warn">{words.noAlt}</Notice> : <p>{alt}</p>}
      </div>
    </>
  );
}
