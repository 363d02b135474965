import { expect, test } from 'vitest';
import { PlatformMark } from '../../../components/platform/PlatformMark.tsx';
import { platformIds } from '../../../utils/platform/platform.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

test('each platform has a mark of its own, hidden from a screen reader', async () => {
  const { container } = show(
    platformIds.map((platform) => <PlatformMark key={platform} platform={platform} />),
  );
  const marks = [...container.querySelectorAll('path')].map((path) => path.getAttribute('d'));
  expect(marks.every((mark) => mark && mark.length > 20)).toBe(true);
  expect(new Set(marks).size).toBe(platformIds.length);
  expect(container.querySelectorAll('svg[aria-hidden="true"]')).toHaveLength(platformIds.length);
  expect(await axeFindings()).toEqual([]);
});
