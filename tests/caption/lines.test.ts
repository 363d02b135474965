import { describe, expect, it } from 'vitest';
import { hasLine, withLine, withoutLine } from '../../utils/caption/lines.ts';

describe('an own line', () => {
  it('stands before a text, on its line where texts are short, above it elsewhere', () => {
    expect(withLine('Kabar.', 'Mari datang.', 'x')).toBe('Mari datang. Kabar.');
    expect(withLine('Kabar.', 'Mari datang.', 'facebook')).toBe('Mari datang.\n\nKabar.');
    expect(withLine('', 'Mari datang.', 'x')).toBe('Mari datang.');
  });
  it('comes once', () => {
    const text = withLine('Kabar.', 'Mari datang.', 'x');
    expect(hasLine(text, 'Mari datang.')).toBe(true);
    expect(withLine(text, 'Mari datang.', 'x')).toBe(text);
  });
  it.each([
    ['Mari datang. Kabar.', 'Kabar.'],
    ['Mari datang.\n\nKabar.', 'Kabar.'],
    ['Kabar.\n\nMari datang.', 'Kabar.'],
    ['Kabar. Mari datang. Lagi.', 'Kabar. Lagi.'],
    ['Kabar.\n\nMari datang.\n\nLagi.', 'Kabar.\n\nLagi.'],
    ['Kabar.', 'Kabar.'],
    ['Mari datang.', ''],
  ])('goes out of %j without a gap', (text, rest) => {
    expect(withoutLine(text, 'Mari datang.')).toBe(rest);
  });
});
