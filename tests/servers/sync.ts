import 'fake-indexeddb/auto';
import type { FolderError } from '../../utils/backup/folder-error.ts';
import { tryFolder } from '../../utils/backup/sync.ts';
import { WebDavFolder } from '../../utils/backup/webdav.ts';
import { converge, noRuns, sorted, told } from '../backup/converge.ts';
import { draftIdOf, Machine } from '../backup/machines.ts';
import type { Apache } from './apache.ts';

const runs = 200;

type Check = (what: string, ok: boolean, figure: string) => void;

const reasonOf = (job: Promise<unknown>): Promise<string> =>
  job.then(
    () => 'it went well',
    (error: FolderError) => error.reason ?? String(error),
  );

/** Machines that meet on a real WebDAV server: over a line that breaks, and in every trouble that it has. */
export async function syncs(apache: Apache, check: Check): Promise<void> {
  const access = (folder: string, change = {}) => ({
    ...{ address: apache.address(folder), user: apache.user, password: apache.password },
    ...change,
  });
  const reason = async (folder: string, change = {}) =>
    reasonOf(tryFolder(new WebDavFolder(access(folder, change))));

  const made = await tryFolder(new WebDavFolder(access('Jubir')));
  const found = await tryFolder(new WebDavFolder(access('Jubir')));
  check('a folder is made where it is missing, and found', made && !found, `made: ${made}, then: ${found}`);
  for (const [what, folder, change, wanted] of [
    ['a wrong password', 'Jubir', { password: 'salah' }, 'refused'],
    ['a folder in none', 'tidak/ada', {}, 'no-parent'],
    ['a folder that cannot be written to', 'baca', {}, 'read-only'],
  ] as const) {
    const why = await reason(folder, change);
    check(what, why === wanted, why);
  }

  const sum = { ...noRuns };
  for (let seed = 1; seed <= runs; seed += 1) {
    const folder = `Jubir/${seed}`;
    await new WebDavFolder(access(folder)).make();
    await converge(
      seed,
      { machine: () => new Machine(access(folder)).switchOn(), breaks: (fault) => apache.breaks(fault) },
      sum,
    );
    if (seed % 50 === 0) console.log(`  run ${seed} of ${runs}`);
  }
  check('machines that hold the same in the end', sum.apart === 0, `${runs - sum.apart} of ${runs}`);
  check('texts that were acknowledged and are lost', sum.lost === 0, String(sum.lost));
  check('the line broke', sum.brokenOff > runs, told(sum));

  await killed(apache, access('Jubir'), check);
  await full(access('penuh'), check);
}

/** Texts enough that a file of them takes its time. */
async function fill(machine: Machine, drafts: number, letters: number): Promise<void> {
  for (let at = 0; at < drafts; at += 1) {
    await machine.write(`${at} ${'kata '.repeat(letters / 5)}`, { id: draftIdOf(at) });
  }
}

async function killed(
  apache: Apache,
  access: ConstructorParameters<typeof Machine>[0],
  check: Check,
): Promise<void> {
  const [a, b] = [await new Machine(access).switchOn(), await new Machine(access).switchOn()];
  await a.write('sebelum listrik padam');
  await a.meet();
  await fill(a, 200, 20_000);
  // In the middle of the bytes of its file.
  let pieces = 0;
  let dead: Promise<void> = Promise.resolve();
  apache.breaks(() => {
    pieces += 1;
    if (pieces === 20) dead = apache.kill();
    return null;
  });
  const why = await reasonOf(a.meet());
  await dead;
  apache.breaks(null);
  check(
    'the server is killed while a file is sent',
    why === 'no-answer' && pieces >= 20,
    `${why}, at piece ${pieces}`,
  );
  const down = await reasonOf(b.meet());
  check('the server is down', down === 'no-answer', down);
  await apache.start();
  const before = await b.meet();
  check(
    'up again, the file that was there before is whole',
    before.faults.length === 0 && before.taken.added === 1,
    `${before.taken.added} draft, ${before.faults.length} faults`,
  );
  await a.meet();
  await b.meet();
  const [mine, theirs] = [sorted(await a.history()), sorted(await b.history())].map((all) =>
    JSON.stringify(all),
  );
  const same = mine === theirs;
  check('and all of it comes over', same, `${await b.db.drafts.count()} drafts`);
}

async function full(access: ConstructorParameters<typeof Machine>[0], check: Check): Promise<void> {
  const [a, b] = [await new Machine(access).switchOn(), await new Machine(access).switchOn()];
  await a.write('muat');
  await a.meet();
  await fill(a, 100, 10_000);
  const why = await reasonOf(a.meet());
  check('a disk that is full', why === 'full', why);
  const still = await b.meet().catch((error: FolderError) => error);
  const texts = await b.texts();
  check(
    'what was there before is still there',
    texts.has('muat'),
    'reason' in still ? still.reason : `${still.taken.added} draft`,
  );
}
