import type { Account } from '../account/account.ts';
import { roomOf } from '../account/fits.ts';
import type { JubirDatabase } from '../db/database.ts';
import { longestAlt } from '../draft/draft.ts';
import { type Confirmed, commitIntents } from '../draft/outbox.ts';
import type { Outgoing, Part, Refusal, Taken, Target, WantedPicture } from '../draft/outgoing.ts';
import type { DraftInput } from '../draft/writing.ts';
import { drawTid } from '../platform/bluesky/tid.ts';
import type { ApiPlatform, Card } from '../platform/network.ts';
import type { Release } from '../release/release.ts';

/**
 * Takes what the official confirmed into the outbox, each account for itself: one that is refused holds no other up. When
 * this resolves, everything that was taken is on the disk, and nothing was asked of any network.
 * @param delay milliseconds in which the official may take it back
 * @param now epoch milliseconds
 */
export async function confirmPosts(
  db: JubirDatabase,
  targets: readonly Target[],
  delay: number,
  now: number,
): Promise<Taken[]> {
  const taken: Taken[] = [];
  const confirmed: Confirmed[] = [];
  for (const target of targets) {
    const account = await db.accounts.get(target.accountId);
    const refused = refusalOf(account, target);
    taken.push({ postId: target.postId, refused });
    if (!account || refused) continue;
    const outgoing = await outgoingOf(db, account, target, delay, now);
    confirmed.push({ draft: target.draft, account, outgoing });
  }
  await commitIntents(db, confirmed, now);
  return taken;
}

const partsOf = ({ thread, draft }: Target): string[] => thread ?? [draft.text];

function refusalOf(account: Account | undefined, target: Target): Refusal | null {
  if (!account || account.platform !== target.draft.platform) return 'no-account';
  if (account.state === 'attention') return 'attention';
  const texts = partsOf(target);
  if (texts.length === 0 || texts.some((text) => text.trim() === '')) return 'empty';
  const fits = texts.every((text) => roomOf(account, text, target.choices?.spoiler).fits);
  return fits ? null : 'too-long';
}

async function outgoingOf(
  db: JubirDatabase,
  { id: accountId, platform }: Account,
  target: Target,
  delay: number,
  now: number,
): Promise<Outgoing> {
  const { draft, postId: id, choices, seen, picture } = target;
  const release = await db.releases.get(draft.releaseId);
  return {
    ...{ id, accountId, platform, releaseId: draft.releaseId, choices, seen, confirmedAt: now },
    language: release?.language ?? 'id',
    parts: partsOf(target).map((text) => partOf(platform, text, now)),
    card: platform === 'bluesky' && picture?.as !== 'picture' ? cardOf(draft, release) : null,
    picture: pictureOf(picture, release),
    sendAfter: now + delay,
    waiting: delay > 0 ? 'undo' : null,
    ...{ attempts: 0, failure: null, looks: 0, nextLook: 0 },
  };
}

/** With the address of the picture that goes by itself, so that what goes out is what was confirmed. */
function pictureOf(wanted: WantedPicture | null, release: Release | undefined): WantedPicture | null {
  if (wanted?.as !== 'picture') return release?.image ? wanted : null;
  const url = wanted.url ?? release?.image;
  return url ? { ...wanted, url, alt: wanted.alt.slice(0, longestAlt) } : null;
}

const partOf = (platform: ApiPlatform, text: string, at: number): Part => ({
  // Half a surrogate pair is no text; what goes out is what was hashed and is looked for.
  text: text.replace(/\p{Surrogate}/gu, '\uFFFD'),
  key: platform === 'bluesky' ? drawTid(at) : crypto.randomUUID(),
  createdAt: new Date(at).toISOString(),
  ...{ frozen: null, hash: '', sentAt: 0, state: 'prepared', sent: null },
});

/** The longest of a card's description, in characters. */
const longestDescription = 300;

function cardOf({ releaseTitle, releaseUrl }: DraftInput, release: Release | undefined): Card | null {
  // A release that is gone from the archive has its address in the text still.
  if (!/^https?:\/\//.test(releaseUrl)) return null;
  const first = release?.paragraphs[0] ?? '';
  const description =
    first.length > longestDescription ? `${first.slice(0, longestDescription - 1).trimEnd()}…` : first;
  return { url: releaseUrl, title: releaseTitle, description };
}
