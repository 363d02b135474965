import type { Caption } from '../caption/caption.ts';
import { refit, withoutBold } from '../caption/refit.ts';
import type { JubirDatabase } from '../db/database.ts';
import { nextStamp } from '../db/machine.ts';
import type { Copied, Copy } from '../draft/copy.ts';
import { type Draft, draftId } from '../draft/draft.ts';
import { writeDraft } from '../draft/history.ts';
import { room } from '../platform/measure.ts';
import type { PlatformId } from '../platform/platform.ts';
import { type ComposeOptions, compose } from './compose.ts';

/**
 * What a draft becomes on each of these platforms: where it is the suggestion of its angle, that platform's own
 * suggestion; else the official's own words, fitted.
 */
export async function planCopies(
  db: JubirDatabase,
  draft: Draft,
  platforms: readonly PlatformId[],
  options: ComposeOptions,
): Promise<Copy[]> {
  const release = await db.releases.get(draft.releaseId);
  const source = release && (await db.sources.get(release.sourceId));
  const captions = release && source ? compose(release, source, [draft.platform, ...platforms], options) : [];
  const planned = platforms.map((platform) => copyOn(draft, platform, captions));
  const there = await db.drafts.bulkGet(planned.map((copy) => copy.draftId));
  return planned.map((copy, at) => ({ ...copy, there: standing(there[at], copy.text) }));
}

function copyOn(draft: Draft, platform: PlatformId, captions: readonly Caption[]): Omit<Copy, 'there'> {
  const ofTarget = captions.filter((caption) => caption.platform === platform);
  // A platform that does not carry the angle gets its first one.
  const target = ofTarget.find(({ angle }) => angle === draft.angle) ?? ofTarget[0];
  const angle = target?.angle ?? draft.angle;
  const isSuggestion = captions.some(
    (one) => one.platform === draft.platform && one.angle === draft.angle && one.text === draft.text,
  );
  const move = { from: draft.platform, to: platform, link: draft.releaseUrl };
  const suggestion = isSuggestion ? target?.text : undefined;
  const text = suggestion ?? refit(draft.text, move) ?? draft.text;
  return {
    draftId: draftId(draft.releaseId, platform, angle),
    platform,
    angle,
    text,
    ...(suggestion === undefined && draft.model && { model: true as const }),
    without: suggestion === undefined ? lost(withoutBold(draft.text), withoutBold(text)) : 'nothing',
    tooLong: !room(platform, text).fits,
  };
}

function lost(before: string, after: string): Copy['without'] {
  const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '');
  const sentences = (text: string) =>
    words(text)
      .filter((word) => !/^[#＃]/u.test(word))
      .join(' ');
  if (sentences(before) !== sentences(after)) return 'words';
  return words(before).length === words(after).length ? 'nothing' : 'hashtags';
}

function standing(there: Draft | undefined, text: string): Copy['there'] {
  if (!there || there.deletedAt > 0 || there.text.trim() === '') return 'nothing';
  return there.text === text ? 'same' : 'other';
}

/**
 * Copies a draft to other platforms, all or, where it cannot be written, none. Another text that stands there goes to
 * its draft's earlier texts.
 * @param writer names this one wish: asked for twice, it is done once
 */
export async function copyDraft(
  db: JubirDatabase,
  wish: { draftId: string; platforms: readonly PlatformId[]; writer: string },
  options: ComposeOptions,
  now: number,
): Promise<Copied[]> {
  const draft = await db.drafts.get(wish.draftId);
  if (!draft) throw new NoDraftError(wish.draftId);
  const copies = await planCopies(db, draft, wish.platforms, options);
  const { releaseId, releaseTitle, releaseUrl, sourceId } = draft;
  const facts = { releaseId, releaseTitle, releaseUrl, sourceId, writer: wish.writer };
  return db.transaction('rw', tables(db), async () => {
    const copied: Copied[] = [];
    for (const { draftId: id, platform, angle, text, model } of copies) {
      const known = await db.drafts.get(id);
      const before = known && known.deletedAt === 0 ? known : null;
      const input = {
        ...{ ...facts, id, platform, angle, text, count: 1 },
        ...(model && { model }),
        // One that stands there stays where there is none to bring.
        ...(draft.picture && { picture: draft.picture }),
      };
      const { revision } = await writeDraft(db, { ...input, base: known?.revision ?? 0, step: true }, now);
      copied.push({ draftId: id, platform, revision, before: before && kept(before) });
    }
    return copied;
  });
}

/**
 * Takes copies back: what was not there goes, what was there stands again.
 * @returns the platforms whose copy was written on since, and stays
 */
export function undoCopies(
  db: JubirDatabase,
  copies: readonly Copied[],
  writer: string,
  now: number,
): Promise<PlatformId[]> {
  return db.transaction('rw', tables(db), async () => {
    const stay: PlatformId[] = [];
    for (const { draftId: id, platform, revision, before } of copies) {
      const draft = await db.drafts.get(id);
      if (!draft || draft.deletedAt > 0) continue;
      if (draft.revision !== revision) {
        // Asked for a second time, it has been taken back already.
        if (draft.text !== before?.text) stay.push(platform);
      } else if (before) await writeBack(db, draft, before, writer, now);
      else await mark(db, id, { deletedAt: now });
    }
    return stay;
  });
}

async function writeBack(
  db: JubirDatabase,
  draft: Draft,
  { text, model, state, archivedAt, picture }: NonNullable<Copied['before']>,
  writer: string,
  now: number,
): Promise<void> {
  const { id, releaseId, releaseTitle, releaseUrl, sourceId, platform, angle } = draft;
  const input = {
    id,
    releaseId,
    releaseTitle,
    releaseUrl,
    sourceId,
    platform,
    angle,
    text,
    picture: picture ?? null,
    writer,
    count: 1,
  };
  await writeDraft(db, { ...input, ...(model && { model }), base: draft.revision, step: true }, now);
  await mark(db, id, { state, archivedAt });
}

async function mark(
  db: JubirDatabase,
  id: string,
  change: Partial<Pick<Draft, 'state' | 'archivedAt' | 'deletedAt'>>,
): Promise<void> {
  const draft = await db.drafts.get(id);
  if (!draft) return;
  const stamp = await nextStamp(db);
  const stamps = Object.fromEntries(Object.keys(change).map((name) => [name, stamp]));
  await db.drafts.put({ ...draft, ...change, stamps: { ...draft.stamps, ...stamps } });
}

const tables = (db: JubirDatabase) => [db.drafts, db.posts, db.revisions, db.machine];

const kept = ({ text, model, state, archivedAt, picture }: Draft): Copied['before'] => ({
  text,
  ...(model && { model }),
  ...(picture && { picture }),
  state,
  archivedAt,
});

/** The draft to copy is not here any more. Nothing was changed; another one can be chosen. */
class NoDraftError extends Error {
  override name = 'NoDraftError';
  constructor(id: string) {
    super(`no draft ${id}: it may have been removed in another window. Nothing was changed.`);
  }
}
