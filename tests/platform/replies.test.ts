import { describe, expect, test } from 'vitest';
import { answeredPost, replyLink } from '../../utils/platform/replies.ts';

describe('the post that an address leads to', () => {
  test.each([
    [
      'https://x.com/radarbogor/status/1234567890123456789',
      'x',
      'https://x.com/radarbogor/status/1234567890123456789',
    ],
    ['https://twitter.com/a_b/status/12?s=20&t=abc#m', 'x', 'https://x.com/a_b/status/12'],
    ['https://mobile.twitter.com/a/statuses/12', 'x', 'https://x.com/a/status/12'],
    ['https://x.com/a/status/12/photo/1', 'x', 'https://x.com/a/status/12'],
    ['https://x.com/i/web/status/12', 'x', 'https://x.com/i/web/status/12'],
    [
      ' https://www.threads.net/@radar.bogor/post/C8x_-Ab12?xmt=1 ',
      'threads',
      'https://www.threads.com/@radar.bogor/post/C8x_-Ab12',
    ],
    ['https://threads.com/@a/post/DABcd12/media', 'threads', 'https://www.threads.com/@a/post/DABcd12'],
  ])('%s', (address, platform, url) => {
    expect(answeredPost(address)).toMatchObject({ platform, url });
  });
  test.each([
    'https://x.com/radarbogor',
    'https://x.com/a/status/12abc',
    'https://x.com/a/status/123456789012345678901',
    'https://x.com/search?q=/a/status/12',
    'http://x.com/a/status/12',
    'https://x.com.example.com/a/status/12',
    'https://examplex.com/a/status/12',
    'https://x.com:8443/a/status/12',
    'https://user@x.com/a/status/12',
    'https://constructor/a/status/12',
    'https://www.threads.com/@a',
    'https://www.threads.com/a/post/DABcd12',
    'https://www.instagram.com/p/DABcd12/',
    'javascript:alert(1)',
    'not an address',
    '',
  ])('none: %s', (address) => {
    expect(answeredPost(address)).toBeNull();
  });
});

describe('the address that opens an answer', () => {
  const answer = (address: string, text: string) => {
    const post = answeredPost(address);
    if (!post) throw new Error(`no post: ${address}`);
    return replyLink(post, text);
  };
  test('X: the composer knows the post, and the text arrives as written', () => {
    const text = 'Rp 1,2 miliar & 50% #KotaBogor\n“kata” $& 😀 https://kotabogor.go.id/a?b=c&d';
    const { route, url } = answer('https://x.com/radarbogor/status/12?s=20', text);
    const opened = new URL(url);
    expect(route).toBe('composer');
    expect(opened.origin + opened.pathname).toBe('https://x.com/intent/tweet');
    expect([...opened.searchParams]).toEqual([
      ['text', text],
      ['in_reply_to', '12'],
    ]);
  });
  test('X: half a surrogate pair does not stop it', () => {
    expect(answer('https://x.com/a/status/12', 'a\ud800b').url).toContain('text=a%EF%BF%BDb&');
  });
  test('Threads: the post itself, as no parameter for it is documented', () => {
    const link = answer('https://www.threads.net/@a/post/DABcd12?x=1', 'teks');
    expect(link).toEqual({ route: 'copy', url: 'https://www.threads.com/@a/post/DABcd12' });
  });
});
