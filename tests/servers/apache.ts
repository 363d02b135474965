import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import type { DavFault } from '../backup/dav.ts';
import { answers, freePort } from './processes.ts';

const modules = {
  ...{ mpm_event: 'mpm_event', authn_core: 'authn_core', authn_file: 'authn_file', authz_core: 'authz_core' },
  ...{ authz_user: 'authz_user', auth_basic: 'auth_basic', dav: 'dav', dav_fs: 'dav_fs' },
};
const user = 'budi';
const password = 'sandi aplikasi';
/** Of the folder that is soon full. */
const smallBytes = 512 * 1024;

/** Debian's Apache as a WebDAV server, on loopback, in a temporary folder; a line in front of it can be cut. */
export class Apache {
  readonly user = user;
  readonly password = password;
  readonly version: string;
  readonly #folder: string;
  readonly #port: number;
  readonly #line: Line;
  #child: ChildProcess | null = null;

  constructor(parts: { folder: string; port: number; line: Line; version: string }) {
    this.#folder = parts.folder;
    this.#port = parts.port;
    this.#line = parts.line;
    this.version = parts.version;
  }

  /** A folder's address, by way of the line. */
  address(folder: string): string {
    return `http://127.0.0.1:${this.#line.port}/dav/${folder}`;
  }

  /** From now on the line breaks off where this says so, asked at each piece that a machine sends. */
  breaks(fault: (() => DavFault | null) | null): void {
    this.#line.fault = fault;
  }

  async start(): Promise<void> {
    const config = join(this.#folder, 'apache.conf');
    this.#child = spawn('apache2', ['-d', this.#folder, '-f', config, '-DFOREGROUND'], { stdio: 'ignore' });
    await answers(`http://127.0.0.1:${this.#port}/`, (status) => status === 401);
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // Its workers are its children, and go on unless each is told.
    spawnSync('pkill', ['-KILL', '-P', String(child.pid)]);
    child.kill('SIGKILL');
    await gone;
    this.#line.cut();
  }

  async stop(): Promise<void> {
    await this.kill();
    spawnSync('umount', [join(this.#folder, 'site/dav/penuh')]);
    await this.#line.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Starts it, with the folders "baca" (nothing may be changed) and "penuh" (soon full). */
export async function startApache(): Promise<Apache> {
  const folder = mkdtempSync(join(tmpdir(), 'jubir-webdav-'));
  const isRoot = getuid?.() === 0;
  chmodSync(folder, 0o755);
  const owner = isRoot ? ownerOf('www-data') : null;
  for (const name of ['site', 'site/dav', 'site/dav/baca', 'site/dav/penuh', 'lock']) {
    mkdirSync(join(folder, name));
  }
  // A disk of its own that is soon full.
  const small = join(folder, 'site/dav/penuh');
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${smallBytes}`, 'jubir', small]);
  if (mounted.status !== 0) throw new Error(`a small disk cannot be mounted: ${mounted.stderr}`);
  const port = await freePort();
  writeFileSync(
    join(folder, 'users'),
    `${user}:{SHA}${createHash('sha1').update(password).digest('base64')}\n`,
  );
  writeFileSync(join(folder, 'apache.conf'), configuration(folder, port, isRoot));
  if (owner) {
    for (const name of ['site/dav', 'site/dav/baca', 'site/dav/penuh', 'lock']) {
      chownSync(join(folder, name), owner.user, owner.group);
    }
  }
  const line = await startLine(port);
  const version =
    /Apache\/[\d.]+/.exec(spawnSync('apache2', ['-v']).stdout?.toString() ?? '')?.[0] ?? 'Apache';
  const apache = new Apache({ folder, port, line, version });
  try {
    await apache.start();
    return apache;
  } catch (error) {
    await apache.stop();
    throw error;
  }
}

function ownerOf(name: string): { user: number; group: number } {
  const id = (which: string) => Number(spawnSync('id', [which, name]).stdout.toString());
  return { user: id('-u'), group: id('-g') };
}

const configuration = (folder: string, port: number, isRoot: boolean): string => `
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
Mutex file:${folder}/lock default
${isRoot ? 'User www-data\nGroup www-data' : ''}
${Object.entries(modules)
  .map(([name, file]) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${file}.so`)
  .join('\n')}
DocumentRoot ${folder}/site
DavLockDB ${folder}/lock/dav
KeepAlive On
<Directory ${folder}/site>
  Dav On
  AuthType Basic
  AuthName dav
  AuthUserFile ${folder}/users
  Require valid-user
</Directory>
<Location /dav/baca>
  <LimitExcept GET PROPFIND OPTIONS>
    Require all denied
  </LimitExcept>
</Location>
`;

/** A line to a port that can be cut. */
interface Line {
  port: number;
  fault: (() => DavFault | null) | null;
  /** Cuts whatever is open. */
  cut: () => void;
  close: () => Promise<void>;
}

function startLine(to: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const line: Line = {
    port: 0,
    fault: null,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        line.cut();
      }),
  };
  const server: Server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {}).once('close', () => sockets.delete(socket));
    }
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
    let isCutAfter = false;
    near.on('data', (piece) => {
      const fault = line.fault?.() ?? null;
      if (fault === 'cut-before') return void near.destroy();
      if (fault === 'cut-amid')
        return void far.write(piece.subarray(0, piece.length >> 1), () => near.destroy());
      isCutAfter = fault === 'cut-after';
      far.write(piece);
    });
    far.on('data', (piece) => {
      // All is done, and half of the answer is lost.
      if (isCutAfter) near.write(piece.subarray(0, piece.length >> 1), () => near.destroy());
      else near.write(piece);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      line.port = typeof address === 'object' && address ? address.port : 0;
      resolve(line);
    });
  });
}
