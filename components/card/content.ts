import { longDate, textsFor } from '../../utils/browser/i18n.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import type { CardContent } from '../../utils/card/card.ts';
import type { Release } from '../../utils/release/release.ts';
import { foldText } from '../../utils/source/fold.ts';
import { fileName } from '../ui/save-file.ts';

/** What of a release a card tells. */
export type CardRelease = Pick<Release, 'title' | 'url' | 'language' | 'published'>;

/** A card's words, in the release's language. */
export function contentOf(release: CardRelease, source: string): CardContent {
  const texts = textsFor(release.language);
  const { card } = laterTexts(texts);
  return {
    title: foldText(release.title),
    city: foldText(source),
    kind: card.kind,
    date: release.published ? longDate(texts, release.published.at) : null,
    more: card.readMore,
    url: release.url,
  };
}

/** What a card says to those who do not see it, in the release's language. */
export function altOf({ language }: CardRelease, { title, city, date }: CardContent): string {
  const { card } = laterTexts(textsFor(language));
  return date === null ? card.altTextUndated(city, title) : card.altText(city, date, title);
}

/** A name for the file: the title's words, and the picture's size. */
export function fileNameOf(title: string, { width, height }: { width: number; height: number }): string {
  return `${fileName('kartu', title)}-${width}x${height}.png`;
}
