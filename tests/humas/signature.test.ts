import { createPublicKey, verify as verifyElsewhere } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { canonicalJson, signedBytes } from '../../utils/humas/canonical.ts';
import { FeedError } from '../../utils/humas/caption-feed.ts';
import { readCaptionFeed } from '../../utils/humas/read.ts';
import { makeKeys, sign, verify } from '../../utils/humas/signature.ts';
import { feedObject, feedText } from '../../utils/humas/write.ts';
import { feed, item } from './samples.ts';

async function signed() {
  const keys = await makeKeys();
  const raw = feedObject(feed());
  raw._jubir.signature = await sign(raw, keys.privateKey);
  return { keys, raw, text: feedText(raw) };
}
const check = (text: string, key: string) => verify(readCaptionFeed(text).raw, key);

/** The first example of RFC 8785, 3.2.3 and 3.2.4. */
test('the canonical text is that of RFC 8785', () => {
  const given =
    '{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],' +
    '"string": "\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}';
  expect(canonicalJson(JSON.parse(given))).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  expect(
    canonicalJson(
      JSON.parse('{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7}'),
    ),
  ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
});

test('a good signature passes, whatever white space and order the file has', async () => {
  const { keys, raw, text } = await signed();
  await check(text, keys.publicKey);
  const { version, ...rest } = raw;
  await check(JSON.stringify({ ...rest, version }), keys.publicKey);
});

test('another program comes to the same: OpenSSL over the bytes that docs/humas.md describes', async () => {
  const { keys, raw } = await signed();
  const spki = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(keys.publicKey, 'base64'),
  ]);
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const signature = Buffer.from(String(raw._jubir.signature), 'base64');
  expect(verifyElsewhere(null, signedBytes(raw), key, signature)).toBe(true);
  expect(new TextDecoder().decode(signedBytes(raw))).toMatch(/^jubir-takarir-1\n\{"_jubir":\{"city":/);
});

describe('refused', () => {
  const reason = async (job: Promise<void>) =>
    job.then(
      () => 'passed',
      (error: unknown) => (error instanceof FeedError ? error.reason : String(error)),
    );

  test('one letter changed, an item taken out, one put in, a field added: forged', async () => {
    const { keys, raw, text } = await signed();
    expect(await reason(check(text.replace('untuk semua', 'untuk Semua'), keys.publicKey))).toBe('forged');
    expect(await reason(check(feedText({ ...raw, items: [] }), keys.publicKey))).toBe('forged');
    const more = feedObject(feed({ items: [item(), item({ release: 'https://a.go.id/2' })] }));
    expect(await reason(check(feedText({ ...raw, items: more.items }), keys.publicKey))).toBe('forged');
    expect(await reason(check(feedText({ ...raw, user_comment: 'x' }), keys.publicKey))).toBe('forged');
  });

  test('another key’s signature: forged', async () => {
    const [{ text }, other] = await Promise.all([signed(), makeKeys()]);
    expect(await reason(check(text, other.publicKey))).toBe('forged');
  });

  test.each([
    ['cut', (signature: string) => signature.slice(0, 40)],
    ['cut to whole bytes', (signature: string) => signature.slice(0, 84)],
    ['no base64', () => '!'.repeat(88)],
    ['of another type', () => 12],
    ['all zero', () => `${'A'.repeat(86)}==`],
    ['very long', () => 'A'.repeat(1_000_000)],
  ])('a signature that is %s: forged', async (_, change) => {
    const { keys, raw } = await signed();
    const { signature } = raw._jubir;
    const text = feedText({ ...raw, _jubir: { ...raw._jubir, signature: change(String(signature)) } });
    expect(await reason(check(text, keys.publicKey))).toBe('forged');
  });

  test('none at all: unsigned', async () => {
    const { keys } = await signed();
    expect(await reason(check(feedText(feedObject(feed())), keys.publicKey))).toBe('unsigned');
  });

  test('nested without end: unreadable', async () => {
    const { keys, raw } = await signed();
    const deep = JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`);
    expect(await reason(check(feedText({ ...raw, deep }), keys.publicKey))).toBe('unreadable');
  });

  test('a browser without Ed25519 says so', async () => {
    const { keys, text } = await signed();
    const missing = new DOMException('Unrecognized name.', 'NotSupportedError');
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValueOnce(missing);
    expect(await reason(check(text, keys.publicKey))).toBe('no-ed25519');
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValueOnce(missing);
    await expect(makeKeys()).rejects.toMatchObject({ reason: 'no-ed25519' });
  });
});
