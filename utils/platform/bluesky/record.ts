import { catalogue } from '../catalogue.ts';
import { graphemes } from '../graphemes.ts';
import { utf8Length } from '../measure.ts';
import type { Intent } from '../network.ts';
import { NetworkError } from '../network-error.ts';
import { type Facet, facetFault, richText } from './facets.ts';

/** The collection that posts are records of. */
export const postCollection = 'app.bsky.feed.post';

/** A file that the server holds, as it told it. */
export interface BlobRef {
  $type: 'blob';
  ref: { $link: string };
  mimeType: string;
  size: number;
}

interface Ref {
  uri: string;
  cid: string;
}

/** A post as `app.bsky.feed.post` has it. */
export interface PostRecord {
  $type: typeof postCollection;
  text: string;
  facets?: Facet[];
  langs: string[];
  createdAt: string;
  reply?: { root: Ref; parent: Ref };
  embed?: Embed;
}

type Embed =
  | {
      $type: 'app.bsky.embed.external';
      external: { uri: string; title: string; description: string; thumb?: BlobRef };
    }
  | { $type: 'app.bsky.embed.images'; images: { image: BlobRef; alt: string }[] };

/**
 * The record of a post. A card shows the release with its picture; without a card the picture stands alone, with words
 * for those who do not see it (a card has no room for them: its title and description are its words).
 * @param dids per handle that is mentioned its DID
 * @param blob the picture as the server holds it
 * @throws NetworkError `refused`, before anything is sent, where the network's own rules would be broken
 */
export function postRecord(
  intent: Intent,
  dids: ReadonlyMap<string, string>,
  blob: BlobRef | null,
): PostRecord {
  const { text, facets } = richText(intent.text, dids);
  const { limit, bytes = 0 } = catalogue.bluesky;
  if (graphemes(text) > limit || utf8Length(text) > bytes)
    throw new NetworkError('refused', { code: 'TooLong' });
  const fault = facetFault(text, facets);
  if (fault) throw new NetworkError('refused', { code: 'BadFacet', said: fault });
  const embed = embedOf(intent, blob);
  const { reply } = intent;
  return {
    $type: postCollection,
    text,
    ...(facets.length > 0 && { facets }),
    langs: [intent.language],
    createdAt: intent.createdAt,
    ...(reply && { reply: { root: refOf(reply.root), parent: refOf(reply.parent) } }),
    ...(embed && { embed }),
  };
}

const refOf = ({ id: uri, cid }: { id: string; cid: string }): Ref => ({ uri, cid });

function embedOf({ card, picture }: Intent, blob: BlobRef | null): Embed | null {
  if (card) {
    const { url: uri, title, description } = card;
    return {
      $type: 'app.bsky.embed.external',
      external: { uri, title, description, ...(blob && { thumb: blob }) },
    };
  }
  if (!blob) return null;
  return { $type: 'app.bsky.embed.images', images: [{ image: blob, alt: picture?.alt ?? '' }] };
}
