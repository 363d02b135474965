import { binOf, builds } from '../browsers/build.ts';
import { node, type Result, verdict } from './step.ts';

interface Message {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

/**
 * Warnings of Mozilla's linter that are not ours to mend, each with why. Anything else, and every error, fails.
 */
const explained: { code: string; file?: RegExp; why: string }[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\//,
    why: 'Preact can set innerHTML for dangerouslySetInnerHTML; Jubir has none (a test reads the sources)',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^reader\.js$/,
    why: 'Mozilla’s Readability moves markup about in a copy of the page that runs and loads nothing; only text leaves it',
  },
];

/** Runs addons-linter over the Firefox build: no error, and no warning but the explained ones. */
export async function lintAddon(): Promise<Result> {
  const { code, output } = await node(binOf('addons-linter'), [builds.firefox, '--output', 'json']);
  const start = output.indexOf('{');
  if (start === -1) return verdict(false, output || `addons-linter ended with code ${code}`);
  const { errors, warnings } = JSON.parse(output.slice(start)) as { errors: Message[]; warnings: Message[] };
  const reasonFor = ({ code: found, file = '' }: Message) =>
    explained.find((entry) => entry.code === found && (entry.file?.test(file) ?? true))?.why;
  const ours = [...errors, ...warnings.filter((warning) => !reasonFor(warning))];
  const told = warnings.flatMap((warning) => {
    const why = reasonFor(warning);
    return why ? [`  explained: ${warning.code} in ${warning.file ?? 'the manifest'}: ${why}`] : [];
  });
  for (const text of new Set(told)) console.log(text);
  return verdict(ours.length === 0, JSON.stringify(ours, null, 2));
}
