import type { MessageName } from '../../utils/browser/messages.ts';
import type { PageMessageName } from '../../utils/browser/page-messages.ts';

/** What a sender makes of a text: `huge` and `getters` cannot be written down as one. */
export interface Spoof {
  json: string;
  trick?: 'huge' | 'getters';
}

const draft = {
  ...{
    id: 'jahat',
    releaseId: 'jahat',
    platform: 'x',
    angle: 'summary',
    text: 'Wali Kota mundur',
    hashtags: [],
  },
  ...{ writer: 'jahat', revision: 1, sourceId: 'jahat', releaseUrl: 'https://jahat.example/' },
};
const source = {
  ...{ id: 'jahat', name: 'Kota Jahat', kind: 'feed', url: 'https://kotabogor.go.id/jahat' },
  ...{ hosts: ['kotabogor.go.id'], imageHosts: [], hashtags: [] },
};
const found = { handle: 'jahat.example', did: 'did:plc:jahat', server: 'https://jahat.example' };

/** A harmful payload for every message of Jubir's pages; a message without one here does not compile. */
const commands = {
  'refresh-if-stale': null,
  'refresh-now': null,
  'mark-read': 'all',
  'best-caption': { releaseId: 'kota-bogor', platform: 'x' },
  'write-draft': draft,
  'draft-picture': { sourceId: 'kota-bogor', url: 'https://jahat.example/gambar.png' },
  'open-platform': { draft, postId: 'jahat', from: 'page' },
  'record-share': { draft, postId: 'jahat' },
  'answer-post': { postId: 'jahat', state: 'posted', link: 'https://jahat.example/' },
  'answer-posts': { postIds: ['jahat'], state: 'posted' },
  'question-shown': { postId: 'jahat' },
  'mark-entries': { draftIds: ['jahat'], postIds: ['jahat'], mark: { deleted: true } },
  'duplicate-draft': { draftId: 'jahat', platforms: ['x'], writer: 'jahat' },
  'undo-duplicate': { copies: [], writer: 'jahat' },
  'hand-over': { releaseId: 'jahat', platform: 'x', lead: 'Wali Kota mundur' },
  'add-source': source,
  'edit-source': { id: 'kota-bogor', edit: { name: 'Kota Jahat' } },
  'remove-source': { id: 'kota-bogor' },
  'fetch-archive': { id: 'kota-bogor' },
  'stop-archive': { id: 'kota-bogor' },
  'acknowledge-change': { releaseId: 'jahat' },
  rewrite: { text: 'x' },
  'set-model': { model: { address: 'https://jahat.example/v1', name: 'x', on: true }, key: 'x' },
  'set-folder': { address: 'https://jahat.example/dav', user: 'x', password: 'x' },
  'folder-off': null,
  'meet-now': null,
  'take-rows': { rows: [{ table: 'drafts', row: draft }], rehearse: false },
  'erase-everything': null,
  'open-store': { again: true },
  'check-store': { rows: true },
  'incident-read': null,
  'ask-page': { tabId: 1, windowId: 1 },
  'ask-again': { id: 'jahat' },
  'forget-asked': { id: 'jahat' },
  'read-humas': null,
  'write-humas': {
    do: 'add',
    release: 'https://jahat.example/',
    title: 'x',
    platform: 'x',
    angle: 'summary',
    text: 'x',
  },
  'make-humas-file': { forColleague: false },
  'open-humas-file': { text: '{}' },
  'make-humas-key': null,
  'open-page': { page: 'options', query: '#jahat' },
  'find-account': { handle: 'jahat.example', host: 'jahat.example' },
  'add-bluesky': { found, password: 'x' },
  'add-mastodon': { host: 'jahat.example' },
  'remove-account': { id: 'jahat' },
  'check-account': { id: 'jahat' },
  publish: { targets: [{ draft, accountId: 'jahat', postId: 'jahat' }], delay: 0 },
  'cancel-post': { postId: 'jahat' },
  'resume-post': { postId: 'jahat', seen: null },
  'look-up-post': { postId: 'jahat' },
  'remove-post': { postId: 'jahat' },
} satisfies Record<MessageName, unknown>;

/** The same of a content script's. */
const asks = {
  'page-known': null,
  'share-page': { html: '<h1>Wali Kota mundur</h1>' },
  'hide-button': null,
} satisfies Record<PageMessageName, unknown>;

/** Names that every object has, messages in disguise, and what no listener expects. */
const tricks: Spoof[] = [
  { json: '{"jubir":"__proto__","payload":null}' },
  { json: '{"jubir":"constructor","payload":["return 1"]}' },
  { json: '{"jubir":"hasOwnProperty","payload":"erase-everything"}' },
  { json: '{"page":"__proto__","payload":{"html":""}}' },
  { json: '{"page":"constructor","payload":null}' },
  { json: '{"__proto__":{"jubir":"erase-everything","payload":null}}' },
  { json: '{"jubir":["erase-everything"],"payload":null}' },
  { json: '{"jubir":"erase-everything","page":"hide-button","payload":null}' },
  { json: '{"jubir":"erase-everything","sender":{"id":"own","url":"popup.html"},"frameId":0}' },
  { json: '"erase-everything"' },
  { json: 'null' },
  { json: '{"jubir":"write-draft"}', trick: 'huge' },
  { json: '{"jubir":"erase-everything","page":"hide-button"}', trick: 'getters' },
];

/** 60 at the least: every message that there is, and the tricks. */
export const spoofs: Spoof[] = [
  ...Object.entries(commands).map(([jubir, payload]) => ({ json: JSON.stringify({ jubir, payload }) })),
  ...Object.entries(asks).map(([page, payload]) => ({ json: JSON.stringify({ page, payload }) })),
  ...tricks,
];
