import 'fake-indexeddb/auto';
import { JubirDatabase } from '../../utils/db/database.ts';
import { type RefreshDeps, refreshSource } from '../../utils/flow/refresh.ts';
import { fetchArchive } from '../../utils/release/fetch-archive.ts';
import type { Release } from '../../utils/release/release.ts';
import { versionsOf } from '../../utils/release/versions.ts';
import { downloadText } from '../../utils/source/download.ts';
import type { Source } from '../../utils/source/source.ts';
import type { Act, WordPress } from './wordpress.ts';

const minute = 60_000;
const posts = 320;
const rounds = 20;
/** Edits and withdrawals in each round: 100 of each in all. */
const each = 5;
const quietRefreshes = 100;

type Check = (what: string, ok: boolean, figure: string) => void;

/** One way to read the site, with an archive of its own and a clock that this test moves. */
class Watcher {
  readonly name: string;
  readonly db: JubirDatabase;
  readonly source: Source;
  readonly requests: { url: string; bytes: number }[] = [];
  now: number;

  constructor(name: string, source: Omit<Source, 'name' | 'hosts' | 'imageHosts' | 'hashtags'>, now: number) {
    this.name = name;
    this.source = { ...source, name, hosts: ['127.0.0.1'], imageHosts: [], hashtags: [] };
    this.db = new JubirDatabase(`servers-${source.id}`);
    this.now = now;
  }

  deps(): RefreshDeps {
    return {
      now: () => this.now,
      onProgress: () => {},
      // The real download; only what it brought is counted.
      downloadText: async (url, options) => {
        const download = await downloadText(url, options);
        this.requests.push({ url, bytes: download === 'not-modified' ? 0 : download.text.length });
        return download;
      },
    };
  }

  /** A quarter of an hour later. */
  async refresh(): Promise<void> {
    this.now += 15 * minute;
    const outcome = await refreshSource(this.db, this.source, this.deps());
    if (!outcome.ok) throw new Error(`${this.name}: ${outcome.reason} ${outcome.status ?? ''}`);
  }

  async changed(): Promise<Set<string>> {
    return this.addresses((release) => release.changedAt !== undefined);
  }

  async withdrawn(): Promise<Set<string>> {
    return this.addresses((release) => release.withdrawnAt !== undefined);
  }

  private async addresses(which: (release: Release) => boolean): Promise<Set<string>> {
    const releases = await this.db.releases.toArray();
    return new Set(releases.filter(which).map((release) => numberOf(release.url)));
  }
}

/** The addresses hold the number that this test gave a post, whatever is edited. */
const numberOf = (url: string): string => /kabar-(\d+)/.exec(url)?.[1] ?? url;

/** What an editor changes; every kind comes up in turn. */
const corrections: ((post: Post) => Omit<Extract<Act, { do: 'edit' }>, 'do' | 'id'>)[] = [
  (post) => ({ title: `${post.title} (Ralat)` }),
  (post) => ({ content: post.content.replace('Rp2 miliar', 'Rp3 miliar') }),
  (post) => ({ content: `${post.content}\n<p>Pembukaan diundur menjadi pekan depan.</p>` }),
  (post) => ({ content: post.content.replace(/<p>Warga.*?<\/p>/, '') }),
  (post) => ({ at: post.at - 7 * minute }),
];

interface Post {
  id: number;
  number: string;
  title: string;
  content: string;
  at: number;
}

/** Publishes posts a quarter of an hour apart, the newest first; some alike in name, as a city's are. */
async function publish(wordpress: WordPress, now: number): Promise<Post[]> {
  const drafts = Array.from({ length: posts }, (_, index) => {
    const number = String(index + 1);
    const title = `Kabar ${number} Wali Kota Bogor Buka Taman`;
    const content = [
      `<p>Wali Kota Bogor membuka taman ke-${number} senilai Rp2 miliar, &ldquo;untuk semua&rdquo;.</p>`,
      `<p>Warga kelurahan ${index % 68} menyambutnya dengan gembira.</p>`,
      '<p>Taman itu dibuka setiap hari &#8211; gratis.</p>',
    ].join('\n');
    return { number, title, content, at: now - (index + 1) * 15 * minute };
  });
  const ids = await wordpress.act(
    drafts.map(({ title, content, at }) => ({ do: 'create', title, content, at })),
  );
  return drafts.map((draft, index) => ({ ...draft, id: ids[index] ?? 0 }));
}

/** 100 corrections and 100 withdrawals among what the site shows, then 100 refreshes of a site that stands still. */
export async function measure(wordpress: WordPress, check: Check): Promise<void> {
  const now = Date.now();
  const all = await publish(wordpress, now);
  const base = wordpress.url;
  const watchers = [
    new Watcher('/feed/', { id: 'feed', kind: 'feed', url: `${base}/feed/` }, now),
    new Watcher(
      '/wp-json/',
      { id: 'rest', kind: 'wordpress', url: `${base}/wp-json/wp/v2/posts?per_page=20&_embed=1` },
      now,
    ),
  ];
  for (const watcher of watchers) {
    await watcher.db.sources.put(watcher.source);
    await watcher.refresh();
  }
  const showing = [...all];
  const [edited, trashed] = [new Set<string>(), new Set<string>()];
  const found = new Map(
    watchers.map((watcher) => [watcher, { edits: [0, 0], withdrawals: [0, 0], false: 0 }]),
  );
  for (let round = 0; round < rounds; round++) {
    // Among the ten that the feed shows, every second one: the newest and the oldest have their turn.
    const window = showing.slice(0, 10);
    const toTrash = window.filter((_, index) => index % 2 === round % 2);
    const toEdit = window.filter((post) => !toTrash.includes(post)).slice(0, each);
    const acts: Act[] = [
      ...toEdit.map(
        (post, index): Act => ({ do: 'edit', id: post.id, ...corrections[(index + round) % 5]?.(post) }),
      ),
      ...toTrash.map((post): Act => ({ do: 'trash', id: post.id })),
    ];
    await wordpress.act(acts);
    for (const post of toTrash) showing.splice(showing.indexOf(post), 1);
    // What was edited makes room, so that all hundred are different posts.
    for (const post of toEdit) showing.splice(showing.indexOf(post), 1);
    for (const post of toEdit) edited.add(post.number);
    for (const post of toTrash) trashed.add(post.number);
    for (const watcher of watchers) {
      const told = found.get(watcher);
      if (!told) continue;
      for (const time of [0, 1] as const) {
        await watcher.refresh();
        const [changed, withdrawn] = [await watcher.changed(), await watcher.withdrawn()];
        told.edits[time] = (told.edits[time] ?? 0) + toEdit.filter((post) => changed.has(post.number)).length;
        told.withdrawals[time] =
          (told.withdrawals[time] ?? 0) + toTrash.filter((post) => withdrawn.has(post.number)).length;
        told.false =
          [...changed].filter((number) => !edited.has(number)).length +
          [...withdrawn].filter((number) => !trashed.has(number)).length;
      }
    }
    // Edited ones go to the bin quietly, so that the window moves on; they are not counted.
    await wordpress.act(toEdit.map((post): Act => ({ do: 'trash', id: post.id })));
    for (const post of toEdit) trashed.add(post.number);
    // What slid into the window must have been seen there before it is edited.
    for (const watcher of watchers) await watcher.refresh();
    if (round % 5 === 4) console.log(`  round ${round + 1} of ${rounds}`);
  }
  for (const [watcher, { edits, withdrawals, false: wrong }] of found) {
    const shown = ([first, second]: number[]) => `${second} of 100 (${first} at the first refresh)`;
    check(`${watcher.name}: edits flagged within two refreshes`, edits[1] === 100, shown(edits));
    check(
      `${watcher.name}: withdrawals flagged within two refreshes`,
      withdrawals[1] === 100,
      shown(withdrawals),
    );
    check(`${watcher.name}: flagged that were neither edited nor withdrawn`, wrong === 0, String(wrong));
  }
  await back(wordpress, watchers, all, check);
  for (const watcher of watchers) await quiet(watcher, check);
  await below(wordpress, watchers, showing, check);
}

/** The newest ten that were taken back come back. */
async function back(wordpress: WordPress, watchers: Watcher[], all: Post[], check: Check): Promise<void> {
  const returning = all.slice(0, 10);
  await wordpress.act(returning.map((post): Act => ({ do: 'untrash', id: post.id })));
  for (const watcher of watchers) {
    await watcher.refresh();
    const withdrawn = await watcher.withdrawn();
    const still = returning.filter((post) => withdrawn.has(post.number)).length;
    check(
      `${watcher.name}: back on the site, no longer withdrawn`,
      still === 0,
      `${10 - still} of 10, at once`,
    );
  }
}

/** A site that stands still for a day and an hour. */
async function quiet(watcher: Watcher, check: Check): Promise<void> {
  // What the rounds left open is settled first.
  for (let time = 0; time < 2; time++) await watcher.refresh();
  const state = async () =>
    // Its place among releases of one moment, in milliseconds, follows the listing.
    new Map(
      (await watcher.db.releases.toArray()).map(({ order: _, ...release }) => [
        release.id,
        JSON.stringify(release),
      ]),
    );
  const [before, unread] = [await state(), await watcher.db.releases.where('unread').equals(1).count()];
  const [changed, withdrawn] = [await watcher.changed(), await watcher.withdrawn()];
  watcher.requests.length = 0;
  for (let time = 0; time < quietRefreshes; time++) await watcher.refresh();
  const alarms =
    [...(await watcher.changed())].filter((number) => !changed.has(number)).length +
    [...(await watcher.withdrawn())].filter((number) => !withdrawn.has(number)).length +
    Math.abs((await watcher.db.releases.where('unread').equals(1).count()) - unread);
  const requests = (watcher.requests.length / quietRefreshes).toFixed(2);
  const size = watcher.requests.reduce((sum, { bytes }) => sum + bytes, 0) / quietRefreshes / 1024;
  check(`${watcher.name}: false alarms over ${quietRefreshes} refreshes`, alarms === 0, String(alarms));
  const after = await state();
  const same = [...before].every(([id, release]) => after.get(id) === release);
  const added = after.size - before.size;
  check(
    `${watcher.name}: what the archive held is the same to the letter`,
    same,
    `${added} older ones added, ${requests} requests and ${size.toFixed(1)} KB a refresh`,
  );
}

/** Below what the site's first page shows, recent releases are looked through every six hours. */
async function below(
  wordpress: WordPress,
  watchers: Watcher[],
  showing: Post[],
  check: Check,
): Promise<void> {
  for (const watcher of watchers) {
    const until = watcher.now - 30 * 24 * 60 * minute;
    const progress = await fetchArchive(
      watcher.db,
      watcher.source,
      { until },
      { ...watcher.deps(), pause: async () => {} },
    );
    // WordPress's REST interface has no page below its last one, and says 400.
    const complete = progress.state === 'done' && progress.reason === 'end-of-site';
    check(
      `${watcher.name}: the archive, to the site's end`,
      complete,
      `${progress.found} more releases, ${progress.page - 1} pages`,
    );
  }
  const [toEdit, toTrash] = [showing.slice(14, 24), showing.slice(24, 34)];
  await wordpress.act([
    ...toEdit.map((post): Act => ({ do: 'edit', id: post.id, title: `${post.title} (Ralat)` })),
    ...toTrash.map((post): Act => ({ do: 'trash', id: post.id })),
  ]);
  for (const watcher of watchers) {
    let refreshes = 0;
    const count = async () => {
      const [changed, withdrawn] = [await watcher.changed(), await watcher.withdrawn()];
      return (
        toEdit.filter((post) => changed.has(post.number)).length +
        toTrash.filter((post) => withdrawn.has(post.number)).length
      );
    };
    while ((await count()) < 20 && refreshes < 30) {
      await watcher.refresh();
      refreshes++;
    }
    check(
      `${watcher.name}: below the first page, edits and withdrawals`,
      (await count()) === 20,
      `${await count()} of 20, after ${refreshes} refreshes`,
    );
  }
  const [first] = watchers;
  const release = await first?.db.releases.filter((each) => numberOf(each.url) === toEdit[0]?.number).first();
  const versions = first && release ? await versionsOf(first.db, release.id) : [];
  check('the earlier text is kept', versions[0]?.title === toEdit[0]?.title, versions[0]?.title ?? 'none');
}
