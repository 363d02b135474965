import { sendingTexts } from '../../utils/browser/texts/sending.ts';
import { useTexts } from './texts.ts';

/** The texts on the official's own accounts and on what Jubir sends itself. */
export const useSendingTexts = () => sendingTexts(useTexts());
