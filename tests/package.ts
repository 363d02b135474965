import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { binOf, packages, root, zipArgs } from './browsers/build.ts';
import { node } from './run/step.ts';

/** Runs a script to its end. @throws Error with what it said, where it failed */
async function run(script: string, args: string[]): Promise<string> {
  const { code, output } = await node(script, args);
  if (code !== 0) throw new Error(`${basename(script)} ${args.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

/** The part of npm's CycloneDX document that is mended here. */
interface Bom {
  metadata: { component: { name: string } };
}

/**
 * Every package that Jubir is made of and built with, by `npm sbom` (CycloneDX 1.5); those that only build it are
 * marked `cdx:npm:package:development`.
 * @throws Error where this was not started by npm
 */
async function writeBom(file: string, name: string): Promise<void> {
  const npm = process.env.npm_execpath;
  if (!npm) throw new Error('Run this as "npm run package": npm itself lists the packages.');
  const output = await run(npm, ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application']);
  // Warnings of npm's own may stand before it.
  const bom = JSON.parse(output.slice(output.search(/^\{/m))) as Bom;
  // npm calls it as the folder is called that it lies in.
  bom.metadata.component.name = name;
  writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
}

for (const args of Object.values(zipArgs)) await run(binOf('wxt'), args);
const { chromium, firefox, sources } = packages();
const bom = chromium.replace(/-chrome\.zip$/, '-sbom.cdx.json');
await writeBom(join(root, bom), 'jubir');
const described: [string, string][] = [
  [chromium, 'Chrome, Edge'],
  [firefox, 'Firefox'],
  [sources, 'sources, for npm run build-for-amo'],
  [bom, 'packages, CycloneDX'],
];
for (const [file, what] of described) {
  const bytes = readFileSync(join(root, file));
  console.log(`${file}  ${(bytes.length / 1024).toFixed(1)} KiB  ${what}`);
  console.log(`  SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
