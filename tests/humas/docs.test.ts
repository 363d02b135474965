import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { feedAngles, jsonFeedVersion, most } from '../../utils/humas/caption-feed.ts';
import { readCaptionFeed } from '../../utils/humas/read.ts';
import { verify } from '../../utils/humas/signature.ts';
import { feedObject } from '../../utils/humas/write.ts';
import { platformIds } from '../../utils/platform/platform.ts';
import { feed, item } from './samples.ts';

interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}
const known = new Set([
  ...[
    'type',
    'const',
    'enum',
    'required',
    'properties',
    'items',
    'minItems',
    'maxItems',
    'minLength',
    'maxLength',
  ],
  ...['pattern', 'format', 'title', 'description', '$schema'],
]);
const schema = JSON.parse(readFileSync('docs/humas-feed.schema.json', 'utf8')) as Schema;
const example = readFileSync('docs/humas-feed.example.json', 'utf8');

/** What in a value is not as a schema has it; knows the words that this schema uses and no others. */
function faults(value: unknown, by: Schema, path = '$'): string[] {
  const told = Object.keys(by).flatMap((word) => (known.has(word) ? [] : [`${path}: unknown word ${word}`]));
  const tell = (isSound: boolean, what: string) => void (isSound || told.push(`${path}: ${what}`));
  const kind = Array.isArray(value) ? 'array' : typeof value;
  if (by.type) tell(kind === by.type, `is no ${by.type}`);
  if ('const' in by) tell(value === by.const, 'is another constant');
  if (by.enum) tell(by.enum.includes(value), 'is none of them');
  if (typeof value === 'string') {
    tell(value.length >= (by.minLength ?? 0) && value.length <= (by.maxLength ?? Infinity), 'length');
    tell(new RegExp(by.pattern ?? '').test(value), 'pattern');
  } else if (Array.isArray(value)) {
    tell(value.length >= (by.minItems ?? 0) && value.length <= (by.maxItems ?? Infinity), 'items');
    told.push(...value.flatMap((each, at) => faults(each, by.items ?? {}, `${path}[${at}]`)));
  } else if (typeof value === 'object' && value !== null) {
    for (const name of by.required ?? []) tell(name in value, `lacks ${name}`);
    for (const [name, each] of Object.entries(value)) {
      const of = by.properties?.[name];
      tell(of !== undefined, `${name} is not described`);
      if (of) told.push(...faults(each, of, `${path}.${name}`));
    }
  }
  return told;
}

test('what is written is what the schema describes, and so is the example', () => {
  const whole = item({
    ...{ vary: true, topic: 'Taman', writtenBy: 'Rina', reviewedBy: 'Budi', expires: 2e12, notBefore: 1e12 },
    picture: { url: 'https://kotabogor.go.id/a.jpg', alt: 'Taman' },
  });
  const raw = feedObject(feed({ items: [whole] }));
  raw._jubir.signature = `${'A'.repeat(86)}==`;
  expect(faults(raw, schema)).toEqual([]);
  expect(faults(JSON.parse(example), schema)).toEqual([]);
  expect(faults({ ...raw, items: [{ id: 1 }] }, schema)).toEqual(['$.items[0].id: is no string']);
});

test('the example is read whole', () => {
  const { feed: read, leftOut } = readCaptionFeed(example);
  expect(leftOut).toBe(0);
  expect(feedObject(read)).toEqual(JSON.parse(example));
});

test('the schema has the bounds that the reader has', () => {
  const { items, _jubir } = schema.properties ?? {};
  const each = items?.items?.properties?._jubir?.properties ?? {};
  const caption = each.captions?.items?.properties ?? {};
  expect(schema.properties?.version?.const).toBe(jsonFeedVersion);
  expect(items?.maxItems).toBe(most.items);
  expect(each.captions?.maxItems).toBe(most.captions);
  expect(caption.platform?.enum).toEqual([...platformIds]);
  expect(caption.angle?.enum).toEqual([...feedAngles]);
  expect(caption.texts?.maxItems).toBe(most.texts);
  expect(caption.texts?.items?.maxLength).toBe(most.text);
  expect(each.release?.maxLength).toBe(most.url);
  expect(each.picture?.properties?.alt?.maxLength).toBe(most.alt);
  for (const name of [each.topic, each.written_by, each.reviewed_by, _jubir?.properties?.city])
    expect(name?.maxLength).toBe(most.name);
});

test('the program in docs/humas.md signs as Jubir checks', async () => {
  const [, program = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/humas.md', 'utf8')) ?? [];
  const { privateKey } = generateKeyPairSync('ed25519');
  const place = mkdtempSync(join(tmpdir(), 'humas-'));
  writeFileSync(join(place, 'takarir.json'), example);
  writeFileSync(join(place, 'kunci.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }));
  writeFileSync(join(place, 'tandai.mjs'), program);
  await promisify(execFile)(process.execPath, ['tandai.mjs'], { cwd: place });
  const { raw } = readCaptionFeed(readFileSync(join(place, 'takarir.json'), 'utf8'));
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  await verify(raw, spki.subarray(-32).toString('base64'));
});
