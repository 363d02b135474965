import { useLaterTexts } from '../hooks/later-texts.ts';

/** What Firefox's question about data means, where it is about to be asked; other browsers ask none. */
export function DataNote() {
  const words = useLaterTexts().about;
  return import.meta.env.BROWSER === 'firefox' ? <p class="field-help">{words.firefoxAsks}</p> : null;
}
