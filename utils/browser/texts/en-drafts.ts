import type { idDrafts } from './id-drafts.ts';

/** Texts on drafts that are stored, or not, in English. */
export const enDrafts: typeof idDrafts = {
  rivals: 'This draft was written in two places at once',
  rivalsHelp: 'Every text below is saved. Choose the one to use; the others stay under “Earlier texts”.',
  here: 'In this window',
  elsewhere: 'In another window or computer',
  choose: 'Use this text',
  earlier: (n) => `Earlier texts (${n})`,
  earlierFailed: 'The earlier texts cannot be read yet. The present text is not affected.',
  useEarlier: 'Use this text',
  releaseGone: 'This release is no longer on this computer. Your draft is kept and can be edited.',
  stateFailed: 'failed',
  stateUnknown: 'not certain',
  failed: 'Not posted: the platform refused it',
  unknown: 'The platform did not answer: it may be out, please look first',
  notSaved: {
    QuotaExceededError:
      'This computer’s storage is full. Your text is still on this screen: do not close it yet. Free some space; Jubir saves it at once.',
    StoreClosedError:
      'Jubir’s storage cannot be written now; the reason is told at the top of this page. Your text is still on this screen: copy it before you close it.',
    other:
      'Your text is not saved yet, but it is still on this screen: do not close it yet. Jubir keeps trying.',
  },
};
