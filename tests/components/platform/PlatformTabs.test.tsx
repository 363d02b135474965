import { fireEvent, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { expect, test, vi } from 'vitest';
import { PlatformTabs } from '../../../components/platform/PlatformTabs.tsx';
import type { PlatformId } from '../../../utils/platform/platform.ts';
import { axeFindings } from '../axe.ts';
import { press, show } from '../show.tsx';

const platforms: PlatformId[] = ['x', 'threads', 'facebook'];

function Sample({ onChoose }: { onChoose?: (platform: PlatformId) => void }) {
  const [chosen, setChosen] = useState<PlatformId>('x');
  const choose = (platform: PlatformId) => {
    onChoose?.(platform);
    setChosen(platform);
  };
  return (
    <>
      <PlatformTabs platforms={platforms} chosen={chosen} onChoose={choose} controls="sheet" />
      <div id="sheet" role="tabpanel" aria-label={chosen} />
    </>
  );
}

const tab = (name: string) => screen.getByRole('tab', { name });
const selected = () =>
  screen.getAllByRole('tab').filter((each) => each.getAttribute('aria-selected') === 'true');

test('each platform is a tab with its name, one of them chosen', async () => {
  show(<Sample />);
  expect(screen.getAllByRole('tab').map((each) => each.getAttribute('aria-label'))).toEqual([
    'X',
    'Threads',
    'Facebook',
  ]);
  expect(selected()).toEqual([tab('X')]);
  expect(await axeFindings()).toEqual([]);
});

test('a click chooses', () => {
  const onChoose = vi.fn();
  show(<Sample onChoose={onChoose} />);
  fireEvent.click(tab('Facebook'));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('facebook');
  expect(selected()).toEqual([tab('Facebook')]);
});

test('one tab stop; arrows go round, Home and End go to the edges, the focus goes along', () => {
  show(<Sample />);
  tab('X').focus();
  for (const [key, name] of [
    ['ArrowRight', 'Threads'],
    ['ArrowRight', 'Facebook'],
    ['ArrowRight', 'X'],
    ['ArrowLeft', 'Facebook'],
    ['Home', 'X'],
    ['End', 'Facebook'],
    ['ArrowLeft', 'Threads'],
  ] as const) {
    expect(press(key), key).toBe(false);
    expect(document.activeElement, key).toBe(tab(name));
    expect(selected(), key).toEqual([tab(name)]);
    expect(
      screen.getAllByRole('tab').filter((each) => each.tabIndex === 0),
      key,
    ).toEqual([tab(name)]);
  }
});

test('other keys are left to the browser', () => {
  show(<Sample />);
  tab('X').focus();
  expect(press('Tab')).toBe(true);
  expect(press('ArrowDown')).toBe(true);
  expect(selected()).toEqual([tab('X')]);
});
