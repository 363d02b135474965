import { withoutLink } from './links.ts';

/** Whether the system has a sheet of apps that take a text: phones do, and browsers on Windows, macOS and ChromeOS. */
export const hasShareSheet = (): boolean => typeof navigator.share === 'function';

/**
 * Offers a text to whatever app the official chooses. The link goes beside the text where it stands at its end, because
 * apps write one behind the other and would say it twice.
 * @returns false where the official closed the sheet: nothing went anywhere
 * @throws DOMException where the system shows no sheet
 */
export async function openShareSheet(text: string, link: string): Promise<boolean> {
  const body = withoutLink(text, link);
  try {
    await navigator.share(body === text ? { text } : { text: body, url: link });
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    throw error;
  }
}
