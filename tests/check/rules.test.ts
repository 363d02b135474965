import { expect, test } from 'vitest';
import type { Finding, Reason } from '../../utils/check/check.ts';
import { isCheckKey, ruled } from '../../utils/check/rules.ts';

const finding = (reason: Reason, severity: Finding['severity']): Finding => ({
  ...{ severity, reason, marks: [], mends: [] },
});
const noLink = finding({ key: 'noLink', args: [] }, 'warn');
const shouting = finding({ key: 'shouting', args: [] }, 'warn');
const tooLong = finding({ key: 'tooLong', args: [3, 'X'] }, 'stop');

test('a city makes one kind stop and another warn, and what stops comes first', () => {
  const told = ruled([tooLong, shouting, noLink], { noLink: 'stop', tooLong: 'warn' });
  expect(told).toEqual([{ ...noLink, severity: 'stop' }, { ...tooLong, severity: 'warn' }, shouting]);
});

test('without rules nothing changes', () => {
  const findings = [tooLong, shouting];
  expect(ruled(findings, undefined)).toBe(findings);
  expect(ruled(findings, {})).toEqual(findings);
});

test('only names of checks are such', () => {
  expect(['noLink', 'campaignWords', 'constructor', ''].map(isCheckKey)).toEqual([true, true, false, false]);
});
