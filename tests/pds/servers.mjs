// Runs with the packages of the folder that is given, in a process of its own: plain JavaScript, for they have types of
// no version that ours would bear.
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', hostname = ''] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);

const plc = await load('@did-plc/server');
const { Database, PlcServer } = plc.default ?? plc;
const directory = PlcServer.create({ db: Database.mock(), port: 0 });
const plcPort = (await directory.start()).address().port;

const { envToCfg, envToSecrets, PDS } = await load('@atproto/pds');
const data = mkdtempSync(join(tmpdir(), 'jubir-pds-data-'));
const hex = () => randomBytes(32).toString('hex');
const env = {
  ...{ port: 0, hostname, devMode: true, inviteRequired: false, rateLimitsEnabled: false },
  ...{ dataDirectory: data, blobstoreDiskLocation: join(data, 'blobs') },
  ...{ didPlcUrl: `http://127.0.0.1:${plcPort}`, disableSsrfProtection: true, crawlers: [] },
  ...{ jwtSecret: hex(), adminPassword: hex(), dpopSecret: hex(), plcRotationKeyK256PrivateKeyHex: hex() },
};
const pds = await PDS.create(envToCfg(env), envToSecrets(env));
const server = await pds.start();
console.log(JSON.stringify({ pds: server.address().port, plc: plcPort }));
process.on('SIGTERM', () => process.exit(0));
