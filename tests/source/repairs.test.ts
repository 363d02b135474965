import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RECOGNISED } from '../../utils/source/page.ts';
import { repairKinds } from '../../utils/source/repairs.ts';

test('notes of readers are told by kind, each kind once', () => {
  expect(
    repairKinds([
      'declared windows-1252, is utf-8',
      '1 bytes that are not utf-8',
      'utf-8 encoded twice',
      'cut short: the last item is left out',
      'HTML entities in XML',
    ]),
  ).toEqual(['letters', 'broken-off', 'markup']);
  expect(repairKinds([])).toEqual([]);
});

test.each([
  ['unknown charset "bukan"', 'letters'],
  ['not utf-8: read as windows-1252', 'letters'],
  ['cut after 4000000 characters', 'too-large'],
  ['flattened beyond 200 levels', 'too-large'],
  ['attributes beyond 200 on one tag dropped', 'too-large'],
  ['texts beyond 9 elements left out', 'too-large'],
  ['only the first 200 items are read', 'too-large'],
  ['JSON damaged: only whole items are read', 'broken-off'],
  ['text before the JSON', 'noise'],
  ['white space before the declaration', 'noise'],
  ['items without a guid', 'nameless'],
  ["3 rows without a title or a link to the source's own hosts", 'rows'],
  ['prefix without a namespace', 'markup'],
  ['HTML escaped twice', 'markup'],
  ['relative links, resolved by xml:base', 'markup'],
  [RECOGNISED, 'redesign'],
])('“%s” is about %s', (repair, kind) => {
  expect(repairKinds([repair])).toEqual([kind]);
});

test('the beginnings that are looked for are those that the readers write', () => {
  const readers = ['charset', 'markup', 'contents', 'feed', 'feed-parts', 'json', 'page', 'text', 'mojibake'];
  const written = readers.map((name) => readFileSync(`utils/source/${name}.ts`, 'utf8')).join('\n');
  for (const words of [
    '`declared ',
    'not utf-8',
    'utf-8 encoded twice',
    'bytes that are not',
    'cut after ',
    'content cut ',
    'flattened beyond',
    'attributes beyond',
    'texts beyond',
    'only the first ',
    'cut short',
    'JSON damaged',
    'text before ',
    'white space before ',
    'items without ',
    'rows without ',
  ]) {
    expect(written, words).toContain(words);
  }
});
