import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Texts } from '../../utils/browser/texts/id.ts';
import { id } from '../../utils/browser/texts/id.ts';

/** The UI's texts for everything below; pages set it from the settings. */
export const TextsContext = createContext<Texts>(id);

/** The texts in the official's language. */
export const useTexts = (): Texts => useContext(TextsContext);
