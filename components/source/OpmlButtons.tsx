import { useRef } from 'preact/hooks';
import { useTexts } from '../hooks/texts.ts';
import { saveFile } from '../ui/save-file.ts';

interface Props {
  /** The sources as one OPML document. */
  read: () => string;
  onImport: (text: string) => void;
  /** The file cannot be what it should be; nothing was read. */
  onRefused: (why: 'too-large' | 'unreadable') => void;
}

/** The most that an OPML file may hold, in bytes. */
const mostBytes = 1024 * 1024;

/** Sources out to a file and in from one, in the format that feed readers share. */
export function OpmlButtons({ read, onImport, onRefused }: Props) {
  const texts = useTexts();
  const file = useRef<HTMLInputElement>(null);
  const save = () => saveFile('jubir.opml', new Blob([read()], { type: 'text/x-opml' }));
  return (
    <>
      <button type="button" class="button" onClick={save}>
        {texts.sources.export}
      </button>
      <button type="button" class="button" onClick={() => file.current?.click()}>
        {texts.sources.import}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        accept=".opml,.xml,text/xml,text/x-opml"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (!chosen) return;
          if (chosen.size > mostBytes) return onRefused('too-large');
          // The file may be gone or locked by the time it is read.
          chosen.text().then(onImport, () => onRefused('unreadable'));
        }}
      />
    </>
  );
}
