import type { Draft, Post } from '../../utils/draft/draft.ts';
import { draftId } from '../../utils/draft/draft.ts';
import type { DraftInput } from '../../utils/draft/history.ts';
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
    writer: 'popup',
    revision: 1,
    ...change,
  };
}

export function draft(change: Partial<Draft> = {}): Draft {
  return {
    ...input(change),
    earlier: [],
    state: 'writing',
    createdAt: 1000,
    updatedAt: 1000,
    deletedAt: 0,
    ...change,
  };
}

export function post(change: Partial<Post> = {}): Post {
  const { id: draftIdOfInput, writer: _, revision: __, ...facts } = input(change as Partial<DraftInput>);
  return {
    ...facts,
    id: 'p1',
    draftId: draftIdOfInput,
    route: 'composer',
    state: 'opened',
    changes: [{ state: 'opened', at: 1000 }],
    link: null,
    openedAt: 1000,
    asked: 0,
    deletedAt: 0,
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
