/** Where the build writes what it put in, and under which licences; `licences.config.ts` makes it. */
export const licencesFile = 'licences.json';

/** One thing that is in the build: Jubir itself, a package, data. */
export interface Licence {
  name: string;
  version: string;
  /** As SPDX names it: "MIT". */
  licence: string;
  /** Which parts have it: an entry point's name where its first load has it, "later" for what pages load afterwards. */
  parts: string[];
  /** The licence itself, with the notices that have to go with it. */
  text: string;
}

/**
 * What this build is made of, by name, Jubir itself first; for pages of ours.
 * @throws TypeError where the file is not there: a build for development has none
 */
export async function loadLicences(): Promise<Licence[]> {
  const answer = await fetch(`/${licencesFile}`);
  return (await answer.json()) as Licence[];
}
