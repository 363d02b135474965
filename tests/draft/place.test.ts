import { expect, test } from 'vitest';
import { draftAt, draftPlace } from '../../utils/draft/place.ts';

test('a draft’s place leads back to it, whatever its id holds', () => {
  for (const id of ['r1:x:summary', 'https://a.id/b?c=d#e:x:quote', 'é 100% #/draft/:x:summary'])
    expect(draftAt(draftPlace(id))).toBe(id);
  expect(draftPlace('a b')).toBe('#/draft/a%20b');
});

test.each(['', '#arsip', '#/draft/', '#/draft/%E0%A4%A', '#/drafts/a'])('%s names no draft', (hash) => {
  expect(draftAt(hash)).toBeNull();
});
