import { laterTexts } from '../../utils/browser/texts/later.ts';
import { useTexts } from './texts.ts';

/** The texts that no first screen shows. */
export const useLaterTexts = () => laterTexts(useTexts());
