import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { pictureCommands } from '../../entrypoints/background/draft-pictures.ts';
import { hasHosts } from '../../utils/browser/permissions.ts';
import { pictureFile } from '../../utils/release/picture-file.ts';
import { freshProfile } from './background.ts';

vi.mock('../../utils/browser/permissions.ts');
vi.mock('../../utils/release/picture-file.ts', { spy: true });

const url = 'https://adm.kotabogor.go.id/storage/taman.png';
const ask = (address: string, sourceId = 'kota-bogor') =>
  pictureCommands['draft-picture']({ sourceId, url: address });

beforeEach(async () => {
  await freshProfile();
  vi.mocked(hasHosts).mockReset().mockResolvedValue(true);
  vi.mocked(pictureFile).mockReset().mockResolvedValue({ data: 'data:image/jpeg;base64,AQID' });
});

test('a picture of the draft’s own source is fetched', async () => {
  expect(await ask(url)).toEqual({ data: 'data:image/jpeg;base64,AQID' });
  expect(vi.mocked(pictureFile).mock.calls[0]?.[0]).toBe(url);
  expect(hasHosts).toHaveBeenCalledWith(['adm.kotabogor.go.id']);
});

test('nothing is asked for that is not the source’s, of a source that is gone, or without permission', async () => {
  expect(await ask('https://example.com/a.png')).toEqual({ failed: 'elsewhere' });
  expect(await ask('no address')).toEqual({ failed: 'elsewhere' });
  expect(await ask(url, 'tidak-ada')).toEqual({ failed: 'elsewhere' });
  expect(hasHosts).not.toHaveBeenCalled();
  vi.mocked(hasHosts).mockResolvedValue(false);
  expect(await ask(url)).toEqual({ failed: 'not-allowed' });
  expect(pictureFile).not.toHaveBeenCalled();
});
