import { useTexts } from '../hooks/texts.ts';

/** One calm line: the official's machines have not met for days. */
export function FolderTrouble({ onLook }: { onLook: () => void }) {
  const words = useTexts().folder;
  return (
    <section class="copy-reminder" aria-label={words.title}>
      <p>{words.trouble}</p>
      <button type="button" class="button button-plain" onClick={onLook}>
        {words.look}
      </button>
    </section>
  );
}
