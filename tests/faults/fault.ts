import type { BrowserKind } from '../browsers/find.ts';
import type { Jubir } from '../e2e/jubir.ts';

/** What came of a fault. Each list holds a line per case, so that every one can be looked into. */
export interface Tally {
  /** How often the fault was made. */
  runs: number;
  /** How many texts, posts or marks were looked for afterwards. */
  checked: number;
  /** What was acknowledged, or typed, and is not there. */
  lost: string[];
  /** What is there twice. */
  doubled: string[];
  /** Whatever else is not as it has to be. */
  wrong: string[];
  /** Figures that are told beside. */
  notes: string[];
}

interface Common {
  /** Its name on the command line. */
  name: string;
  /** Its row in the table. */
  what: string;
  /** How often, by `npm run test:faults`. */
  count: Record<BrowserKind, number>;
  /** Where it cannot be made, and why. */
  not?: Partial<Record<BrowserKind, string>>;
}

/** A fault that strikes inside one browser, which lives on. */
export interface InnerFault extends Common {
  within: (jubir: Jubir, count: number) => Promise<Tally>;
  /** May change the browser's own copy of the build, whose folder it is given. */
  change?: (extension: string) => void;
}

/** A fault that the browser does not survive: it starts its own. */
export interface OuterFault extends Common {
  alone: (kind: BrowserKind, count: number) => Promise<Tally>;
}

/** One way to lose what a person wrote; the long run and the short one in `npm test` differ in the count alone. */
export type Fault = InnerFault | OuterFault;

export const emptyTally = (): Tally => ({
  runs: 0,
  checked: 0,
  lost: [],
  doubled: [],
  wrong: [],
  notes: [],
});

/** Whether all is as it has to be, and something was looked at. */
export const isGood = ({ runs, checked, lost, doubled, wrong }: Tally): boolean =>
  runs > 0 && checked > 0 && lost.length + doubled.length + wrong.length === 0;

/** A whole number from `from` to `to`. */
export const between = (from: number, to: number): number =>
  from + Math.floor(Math.random() * (to - from + 1));
