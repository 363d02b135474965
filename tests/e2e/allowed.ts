import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What of the manifest says what the official agreed to. */
interface Manifest {
  host_permissions: string[];
  browser_specific_settings?: {
    gecko: { data_collection_permissions: { required: string[]; optional: string[] } };
  };
}

/** For `useJubir`: as if the official had agreed to everything in the click that adds an account on this host. */
export function accountOn(host: string): (extension: string) => void {
  return (extension) => {
    const path = join(extension, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    manifest.host_permissions.push(`https://${host}/*`);
    const data = manifest.browser_specific_settings?.gecko.data_collection_permissions;
    if (data) Object.assign(data, { required: data.optional, optional: [] });
    writeFileSync(path, JSON.stringify(manifest));
  };
}
