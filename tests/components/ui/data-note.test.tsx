import { screen } from '@testing-library/preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AddMastodon } from '../../../components/account/AddMastodon.tsx';
import { ModelSettings } from '../../../components/ui/ModelSettings.tsx';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const asks = /Firefox akan bertanya/;
const mastodon = <AddMastodon onSignIn={async () => ''} onClose={() => {}} />;
const model = (
  <ModelSettings
    model={{ kind: 'address', address: 'https://model.go.id/v1', name: 'kecil' }}
    builtIn={false}
    onSave={async () => true}
  />
);

test.each([
  ['an account', mastodon],
  ['a language model', model],
])('in Firefox what its question means is said before it is asked: %s', async (_, form) => {
  vi.stubEnv('BROWSER', 'firefox');
  onTestFinished(() => void vi.unstubAllEnvs());
  show(form);
  expect(screen.getByText(asks)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('elsewhere no such question is asked, and none announced', () => {
  show(mastodon);
  expect(screen.queryByText(asks)).toBeNull();
});
