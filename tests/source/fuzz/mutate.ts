import { Random } from './random.ts';

/** A damaged document. */
export interface Mutant {
  bytes: Uint8Array;
  contentType: string | null;
  /** What was done, for whoever reads of a failure. */
  done: string[];
  /** The first byte that differs from the document as it was; 0 where all of it may be read otherwise. */
  firstDamage: number;
}

interface Draft {
  bytes: Uint8Array;
  firstDamage: number;
}

/** What one mutation adds at most: documents of gigabytes would prove nothing but the test's own slowness. */
const MOST_BYTES = 1_000_000;

type Mutation = (draft: Draft, random: Random, other: Uint8Array) => Draft;

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

/** Replaces `length` bytes at `at`. */
function splice({ bytes, firstDamage }: Draft, at: number, length: number, put: Uint8Array): Draft {
  const result = new Uint8Array(bytes.length - Math.min(length, bytes.length - at) + put.length);
  result.set(bytes.subarray(0, at));
  result.set(put, at);
  result.set(bytes.subarray(at + length), at + put.length);
  return { bytes: result, firstDamage: Math.min(firstDamage, at) };
}

function place(draft: Draft, random: Random): number {
  return random.below(draft.bytes.length + 1);
}

function insert(what: (random: Random) => string | Uint8Array): Mutation {
  return (draft, random) => {
    const put = what(random);
    return splice(draft, place(draft, random), 0, typeof put === 'string' ? latin(put) : put);
  };
}

/** A tag of the document: where it begins and how long it is; null where there is none near. */
function tagNear({ bytes }: Draft, random: Random): [at: number, length: number] | null {
  const at = bytes.indexOf(0x3c, random.below(bytes.length));
  const end = at < 0 ? -1 : bytes.indexOf(0x3e, at);
  return end < 0 ? null : [at, end - at + 1];
}

function onTag(change: (tag: Uint8Array, random: Random) => Uint8Array): Mutation {
  return (draft, random) => {
    const near = tagNear(draft, random);
    if (!near) return draft;
    const [at, length] = near;
    return splice(draft, at, length, change(draft.bytes.subarray(at, at + length), random));
  };
}

const ENTITIES =
  '& &; &# &#; &#x; &#0; &#x0; &#38; &#60; &#62; &#128; &#55296; &#x110000; &#99999999999; &amp; &amp;amp; &lt;b&gt; &nbsp; &AMP; &LT; &tak; &constructor; &__proto__; &#226;&#128;&#153;'.split(
    ' ',
  );
const BITS = [
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<?xml version="1.0" encoding="x"?>',
  '<?php echo 1 ?>',
  '<',
  '>',
  '</',
  '/>',
  '"',
  "'",
  '\\',
  '\\u0000',
  '\\ud800',
  '{',
  '}',
  '[',
  ']',
  ',',
  'null',
  '1e999',
  '<item>',
  '</item>',
  '<entry>',
  '<title>',
  '<a:b xmlns:a="constructor">',
  '<x xmlns="http://www.w3.org/2005/Atom">',
  '<script>',
  '<plaintext>',
  '<svg>',
  '<select><option>',
  '<table><tr>',
  'javascript:',
];
const BROKEN_BYTES = [
  [0],
  [0xff],
  [0xfe, 0xff],
  [0xed, 0xa0, 0x80],
  [0xc0, 0x80],
  [0xe2, 0x80],
  [0x93],
  [0x1b],
];
const CHARSETS =
  'utf-8 utf-16 utf-16be utf-7 iso-8859-1 windows-1252 us-ascii gb18030 shift_jis iso-2022-jp x-user-defined replacement utf8mb4 0'.split(
    ' ',
  );

const mutations: Readonly<Record<string, Mutation>> = {
  'bytes flipped': (draft, random) => {
    let flipped = draft;
    for (let n = 1 + random.below(20); n > 0; n--) {
      flipped = splice(flipped, random.below(flipped.bytes.length), 1, Uint8Array.of(random.below(256)));
    }
    return flipped;
  },
  'cut off': (draft, random) => splice(draft, place(draft, random), draft.bytes.length, Uint8Array.of()),
  'a piece taken out': (draft, random) =>
    splice(draft, place(draft, random), random.below(400), Uint8Array.of()),
  'a piece twice': (draft, random) => {
    const from = place(draft, random);
    const piece = draft.bytes.slice(from, from + random.below(2_000));
    return splice(draft, place(draft, random), 0, piece);
  },
  'a piece of another document': (draft, random, other) => {
    const from = random.below(other.length);
    return splice(
      draft,
      place(draft, random),
      random.below(50),
      other.slice(from, from + random.below(2_000)),
    );
  },
  'a tag taken out': onTag(() => Uint8Array.of()),
  'a tag twice': onTag((tag) => joined(tag, tag)),
  'a tag many times': onTag((tag, random) => {
    const times = Math.min(1 + random.below(2_000), Math.ceil(MOST_BYTES / tag.length));
    const repeated = new Uint8Array(tag.length * times);
    for (let n = 0; n < times; n++) repeated.set(tag, n * tag.length);
    return repeated;
  }),
  'a huge attribute': onTag((tag, random) => {
    const filler = random.pick(['x', '&amp;', '&#65;', '<', '\n', '%41']).repeat(1 + random.below(20_000));
    return joined(tag.subarray(0, -1), latin(` a="${filler}">`));
  }),
  'many attributes': onTag((tag, random) => {
    const names = Array.from(
      { length: random.below(3_000) },
      (_, n) => ` ${random.pick(['a', 'xmlns:p', 'b'])}${n}=${n}`,
    );
    return joined(tag.subarray(0, -1), latin(`${names.join('')}>`));
  }),
  'noise of entities': insert((random) =>
    Array.from({ length: 1 + random.below(200) }, () => random.pick(ENTITIES)).join(''),
  ),
  'bits of markup': insert((random) =>
    Array.from({ length: 1 + random.below(12) }, () => random.pick(BITS)).join(''),
  ),
  'one bit many times': insert((random) => random.pick(BITS).repeat(1 + random.below(3_000))),
  'bytes of no charset': insert((random) => Uint8Array.from(random.pick(BROKEN_BYTES))),
};

/**
 * Damages a document in one to five ways, and its charset label in some.
 * @param seed the same seed gives the same damage
 * @param other a document to take pieces from
 */
export function mutate(
  bytes: Uint8Array,
  contentType: string | null,
  seed: number,
  other: Uint8Array,
): Mutant {
  const random = new Random(seed);
  let draft: Draft = { bytes, firstDamage: bytes.length };
  const done: string[] = [];
  for (let n = 1 + random.below(5); n > 0; n--) {
    const name = random.pick(Object.keys(mutations));
    const mutation = mutations[name];
    if (!mutation || draft.bytes.length === 0) continue;
    draft = mutation(draft, random, other);
    done.push(name);
  }
  if (random.below(8) > 0) return { ...draft, contentType, done };
  const label = random.pick(CHARSETS);
  return {
    bytes: draft.bytes,
    contentType: `${random.pick(['text/xml', 'application/json', 'text/html'])}; charset=${label}`,
    done: [...done, `called ${label}`],
    firstDamage: 0,
  };
}
