import type { idReport } from './id-report.ts';

/** Texts of the problem report, in English. */
export const enReport: typeof idReport = {
  title: 'Problem report',
  help: 'If something is not right, send this report to your IT team or to Jubir’s developers. It holds versions, how reading releases went, the latest failures and how much is stored; no text, name, address or key is in it.',
  make: 'Show the report',
  made: 'This is all of it. Nothing is sent by itself.',
  copy: 'Copy problem report',
  copied: 'The report is copied. Paste it into your message to the IT team.',
  copyFailed: 'The report is not copied. Select its text, then press Ctrl+C.',
  failed: 'The report could not be made. Try again.',
  heading: 'Jubir problem report',
  language: 'language',
  store: 'Storage',
  storeVersion: (n) => `shape ${n}`,
  sources: 'Sources',
  never: 'never read yet',
  good: (n) => `good, ${n} ${n === 1 ? 'release' : 'releases'}`,
  bad: 'failed:',
  inARow: (n) => `${n} ${n === 1 ? 'failure' : 'failures'} in a row`,
  paused: 'paused',
  failures: 'Latest failures',
  times: (n) => (n === 1 ? 'once' : `${n} times`),
  rows: 'Rows stored',
  none: '(none)',
};
