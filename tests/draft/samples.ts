import type { Draft, Post } from '../../utils/draft/draft.ts';
import { draftId } from '../../utils/draft/draft.ts';
import type { DraftInput } from '../../utils/draft/writing.ts';
import type { Release } from '../../utils/release/release.ts';
import type { Source } from '../../utils/source/source.ts';

export const url = 'https://kotabogor.go.id/berita/taman-baru';

/** One input, as a page sends it; its id follows from release, platform and angle. */
export function input(change: Partial<DraftInput> = {}): DraftInput {
  const { releaseId = 'r1', platform = 'x', angle = 'summary' } = change;
  return {
    id: draftId(releaseId, platform, angle),
    releaseId,
    releaseTitle: 'Taman baru dibuka',
    releaseUrl: url,
    platform,
    angle,
    text: `Taman baru dibuka. ${url} #KotaBogor`,
    sourceId: 'kota-bogor',
    writer: 'popup',
    count: 1,
    base: 0,
    ...change,
  };
}

/** A draft of one write on machine "m". */
export function draft(change: Partial<Draft> = {}): Draft {
  const { writer, count, base: _, picture: __, ...facts } = input(change as Partial<DraftInput>);
  const { revision: n = 1, machine: by = 'm' } = change;
  const stamp = { n, by };
  return {
    ...facts,
    writer,
    revision: n,
    machine: by,
    rivals: [],
    seen: { [by]: n },
    inputs: { [writer]: count },
    unkept: 0,
    state: 'writing',
    remindAt: 0,
    note: '',
    deletedAt: 0,
    archivedAt: 0,
    stamps: { state: stamp, deletedAt: stamp, archivedAt: stamp },
    createdAt: 1000,
    updatedAt: 1000,
    ...change,
  };
}

export function post(change: Partial<Post> = {}): Post {
  const {
    id,
    writer: _,
    count: __,
    base: ___,
    picture: ____,
    ...facts
  } = input(change as Partial<DraftInput>);
  return {
    ...facts,
    id: 'p1',
    draftId: id,
    route: 'composer',
    state: 'opened',
    account: null,
    changes: [{ n: 1, by: 'm', state: 'opened', at: 1000 }],
    link: null,
    order: 1,
    openedAt: 1000,
    asked: 0,
    deletedAt: 0,
    archivedAt: 0,
    note: '',
    stamps: {},
    ...change,
  };
}

export function release(change: Partial<Release> = {}): Release {
  return {
    id: 'r1',
    sourceId: 'kota-bogor',
    url,
    title: 'Taman baru dibuka',
    paragraphs: [
      'Pemerintah Kota Bogor membuka taman baru di Jalan Ahmad Yani pada Senin pagi.',
      'Wali Kota mengatakan, “Taman ini untuk semua warga kota.” Taman itu buka setiap hari.',
    ],
    body: 'read',
    published: { at: Date.UTC(2026, 10, 23, 17), precision: 'day' },
    image: null,
    categories: [],
    language: 'id',
    order: 1000,
    firstSeenAt: 1000,
    unread: 1,
    ...change,
  };
}

export function source(change: Partial<Source> = {}): Source {
  return {
    id: 'kota-bogor',
    name: 'Kota Bogor',
    kind: 'page',
    url: 'https://kotabogor.go.id/berita',
    hosts: ['kotabogor.go.id'],
    imageHosts: ['adm.kotabogor.go.id'],
    hashtags: ['KotaBogor'],
    ...change,
  };
}
