import { describe, expect, test } from 'vitest';
import { noFolder } from '../../utils/backup/folder-choice.ts';
import { contactedHosts, type HostFacts, openedHosts } from '../../utils/browser/hosts.ts';
import { defaultSettings } from '../../utils/browser/settings.ts';
import { composerUrl } from '../../utils/platform/links.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { presets } from '../../utils/source/cities.ts';

const installed: HostFacts = {
  settings: defaultSettings,
  sources: presets,
  accounts: [],
  folder: noFolder,
  allowed: ['https://kotabogor.go.id/*', 'https://adm.kotabogor.go.id/*'],
};
const said = (facts: HostFacts) =>
  contactedHosts(facts).map(
    ({ origin, uses }) => `${origin}: ${uses.map(({ use, of }) => `${use} ${of}`.trim()).join(', ')}`,
  );

describe('whom Jubir contacts', () => {
  test('after the installation: the city, its pictures, and who finds a Bluesky account', () => {
    expect(said(installed)).toEqual([
      'https://kotabogor.go.id: releases Kota Bogor',
      'https://adm.kotabogor.go.id: pictures Kota Bogor',
      'https://public.api.bsky.app: lookup',
      'https://plc.directory: lookup',
    ]);
  });

  test('with everything set up: each host once, with all that it is for', () => {
    const facts: HostFacts = {
      settings: {
        ...defaultSettings,
        captionFeed: { url: 'https://kotabogor.go.id/takarir.json', key: '' },
        model: { kind: 'address', address: 'http://localhost:11434/v1', name: 'qwen' },
      },
      sources: [
        { name: 'Kota A', hosts: ['a.go.id', 'www.a.go.id'], imageHosts: ['a.go.id'], paused: true },
        ...presets,
      ],
      accounts: [
        { handle: '@satu@mastodon.test', server: 'https://mastodon.test' },
        { handle: '@dua@mastodon.test', server: 'https://mastodon.test' },
      ],
      folder: { on: true, address: 'https://awan.go.id:8443/dav/budi/Jubir', user: 'budi' },
      allowed: ['https://coba.go.id/*', 'https://a.go.id/*', '<all_urls>', 'https://*/*', '*://*.b.go.id/*'],
    };
    expect(said(facts)).toEqual([
      'https://a.go.id: releases-paused Kota A, pictures Kota A',
      'https://www.a.go.id: releases-paused Kota A',
      'https://kotabogor.go.id: releases Kota Bogor, captions',
      'https://adm.kotabogor.go.id: pictures Kota Bogor',
      'https://mastodon.test: account @satu@mastodon.test, account @dua@mastodon.test',
      'https://awan.go.id: folder',
      'http://localhost: model',
      'https://public.api.bsky.app: lookup',
      'https://plc.directory: lookup',
      'https://coba.go.id: allowed',
    ]);
  });

  test('nobody for what is off', () => {
    const off: HostFacts = {
      ...installed,
      sources: [],
      allowed: [],
      settings: { ...defaultSettings, model: { kind: 'built-in', address: '', name: '' } },
      folder: { on: false, address: 'https://awan.go.id/dav/Jubir', user: 'budi' },
    };
    expect(said(off)).toEqual(['https://public.api.bsky.app: lookup', 'https://plc.directory: lookup']);
  });
});

describe('what a click opens', () => {
  test('the host of each platform’s own link, Mastodon’s only with a server', () => {
    const settings = { ...defaultSettings, mastodonServer: 'mastodon.test' };
    const input = { text: 'a', link: 'https://a.go.id/1', mastodonServer: 'mastodon.test' };
    expect(openedHosts(settings)).toEqual(
      platformIds.map((platform) => ({ host: new URL(composerUrl(platform, input)).hostname, platform })),
    );
    expect(openedHosts(defaultSettings).map(({ platform }) => platform)).not.toContain('mastodon');
  });

  test('the host of an address that stands in a platform’s place', () => {
    const addresses = { x: 'https://pengganti.example/?t={text}' };
    expect(openedHosts({ ...defaultSettings, addresses })[0]).toEqual({
      host: 'pengganti.example',
      platform: 'x',
    });
  });
});
