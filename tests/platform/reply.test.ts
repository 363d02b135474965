import { describe, expect, test } from 'vitest';
import { composerUrl } from '../../utils/platform/links.ts';
import { answerable, replyUrl } from '../../utils/platform/reply.ts';

describe('a post that can be answered', () => {
  test.each([
    ['https://x.com/radarbogor/status/1860000000000000001', 'x', '1860000000000000001'],
    ['https://twitter.com/radarbogor/status/12?s=20', 'x', '12'],
    ['https://mobile.twitter.com/radarbogor/status/12/photo/1', 'x', '12'],
    ['https://www.threads.net/@radarbogor/post/C8abc_-1', 'threads', ''],
    ['https://www.threads.com/@radar.bogor/post/C8abc?x=1', 'threads', ''],
  ])('%s', (address, platform, id) => {
    expect(answerable(address)).toMatchObject({ platform, id });
  });

  test.each([
    'https://x.com/radarbogor',
    'https://x.com/radarbogor/status/abc',
    'https://x.com.example/radarbogor/status/12',
    'https://notx.com/radarbogor/status/12',
    'http://x.com/radarbogor/status/12',
    'https://x.com:8443/radarbogor/status/12',
    'https://www.threads.com/radarbogor/post/C8abc',
    'bukan alamat',
  ])('%s is none', (address) => {
    expect(answerable(address)).toBeNull();
  });

  test('X’s composer is told the post, Threads’ post itself opens', () => {
    const input = { text: 'Jawaban & fakta', link: 'https://kotabogor.go.id/1', mastodonServer: null };
    const post = answerable('https://x.com/radarbogor/status/12');
    const thread = answerable('https://www.threads.net/@radarbogor/post/C8abc/isi');
    if (!post || !thread) throw new Error('no posts');
    const url = new URL(replyUrl(post, composerUrl('x', input)));
    expect(url.searchParams.get('text')).toBe('Jawaban & fakta');
    expect(url.searchParams.get('in_reply_to')).toBe('12');
    expect(replyUrl(thread, composerUrl('threads', input))).toBe(
      'https://www.threads.com/@radarbogor/post/C8abc',
    );
  });

  test('what it names is an address that it knows again', () => {
    for (const address of ['https://x.com/a/status/12', 'https://www.threads.net/@a/post/C8']) {
      expect(answerable(answerable(address)?.url ?? '')).toEqual(answerable(address));
    }
  });
});
