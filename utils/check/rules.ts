import type { Finding, Reason } from './check.ts';

/** How serious each kind of finding is where a city says so; the others stay as their check has them. */
export type CheckRules = Partial<Record<Reason['key'], Finding['severity']>>;

/** Every kind of finding; the type makes the list whole. */
const keys: Record<Reason['key'], true> = {
  ...{ tooLong: true, suspicious: true, withdrawn: true, changed: true },
  ...{ nationalId: true, privatePhone: true, privateMail: true, privateAddress: true },
  ...{ hiddenCharacters: true, lookAlikes: true, unknownNumber: true, swappedNumber: true },
  ...{ unknownDate: true, swappedDate: true, unknownName: true, swappedName: true, unknownMention: true },
  ...{ wrongOffice: true, otherOffice: true, quoteChanged: true, notQuoted: true, speakerSwapped: true },
  ...{ negationDropped: true, negationAdded: true, opposite: true, hedgeDropped: true },
  ...{ noLink: true, tooManyHashtags: true, hashtagDigits: true, hashtagBroken: true },
  ...{ hashtagHardToRead: true, hashtagUnfortunate: true, shouting: true },
  ...{ alreadyOpened: true, alreadyPosted: true, likeMyLast: true, oldRelease: true, campaignWords: true },
};

/** Whether a word names a kind of finding. */
export const isCheckKey = (key: string): key is Reason['key'] => Object.hasOwn(keys, key);

/** The findings as serious as the city wants them, what stops first; otherwise in the order they came in. */
export function ruled(findings: Finding[], rules: CheckRules | undefined): Finding[] {
  if (!rules) return findings;
  const all = findings.map((finding) => ({
    ...finding,
    severity: rules[finding.reason.key] ?? finding.severity,
  }));
  const ofSeverity = (wanted: Finding['severity']) => all.filter(({ severity }) => severity === wanted);
  return [...ofSeverity('stop'), ...ofSeverity('warn')];
}
