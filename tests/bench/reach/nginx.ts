import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getuid } from 'node:process';
import { answers, freePort } from '../../servers/processes.ts';
import { type Kind, kindOf, type Site } from './site.ts';

/** One line of its log. */
export interface Served {
  kind: Kind;
  status: number;
  /** Bytes of the request and of the answer, both with their headers. */
  asked: number;
  sent: number;
}

/** Debian's nginx on loopback, in a temporary folder, with the city's site as plain files; nothing of /etc is read. */
export class Nginx {
  readonly version: string;
  readonly #folder: string;
  readonly #port: number;
  readonly #site: Site;
  #child: ChildProcess | null = null;
  /** Lines of the log that were told of. */
  #told = 0;

  constructor(parts: { folder: string; port: number; site: Site; version: string }) {
    this.#folder = parts.folder;
    this.#port = parts.port;
    this.#site = parts.site;
    this.version = parts.version;
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /**
   * Puts the site as it stood at a moment, each file with the time of its last change: validators come from it.
   * @param since files that have not changed since then are left; epoch milliseconds
   */
  put(at: number, since: number): void {
    for (const [path, versions] of this.#site.files) {
      const version = versions.findLast((each) => each.at <= at);
      if (!version || version.at <= since) continue;
      const file = join(this.#folder, 'site', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, version.body);
      utimesSync(file, version.at / 1000, version.at / 1000);
    }
  }

  /** @param back the hour that it names in every answer, which is then 503, epoch milliseconds; null = all is well */
  async start(back: number | null = null): Promise<void> {
    const file = join(this.#folder, 'nginx.conf');
    writeFileSync(file, configuration(this.#folder, this.#port, back));
    const child = spawn('nginx', ['-p', this.#folder, '-c', file, '-e', join(this.#folder, 'error.log')], {
      stdio: 'ignore',
    });
    this.#child = child;
    await answers(`${this.address}/ready`, (status) => status === 204);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // The master ends its workers itself.
    child.kill('SIGTERM');
    await gone;
  }

  /** What it served since this was last asked. */
  served(): Served[] {
    const lines = readFileSync(join(this.#folder, 'access.log'), 'utf8').trimEnd().split('\n');
    const fresh = lines.slice(this.#told).filter((line) => line !== '');
    this.#told += fresh.length;
    return fresh.map((line) => {
      const [status, asked, sent, path = ''] = line.split(' ');
      return { kind: kindOf(path), status: Number(status), asked: Number(asked), sent: Number(sent) };
    });
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Makes the folder; it is not yet started. */
export async function prepareNginx(site: Site): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'jubir-reach-'));
  // Its workers are another user's.
  chmodSync(folder, 0o755);
  for (const name of ['site', 'temp']) mkdirSync(join(folder, name));
  const version = /nginx\/[\d.]+/.exec(spawnSync('nginx', ['-v']).stderr?.toString() ?? '')?.[0];
  if (!version) throw new Error('nginx does not say its version');
  return new Nginx({ folder, port: await freePort(), site, version });
}

/** As Debian's own nginx.conf where it matters for bytes: gzip for HTML, and for nothing else. */
const configuration = (folder: string, port: number, back: number | null): string => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
${getuid?.() === 0 ? 'user www-data;' : ''}
events { worker_connections 512; }
http {
  log_format bytes '$status $request_length $bytes_sent $uri';
  client_body_temp_path ${folder}/temp/body;
  proxy_temp_path ${folder}/temp/proxy;
  fastcgi_temp_path ${folder}/temp/fastcgi;
  uwsgi_temp_path ${folder}/temp/uwsgi;
  scgi_temp_path ${folder}/temp/scgi;
  types { text/html html; application/atom+xml xml; application/feed+json json; image/png png; }
  default_type text/html;
  charset utf-8;
  gzip on;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/site;
    access_log ${folder}/access.log bytes;
    location = /ready { access_log off; return 204; }
    ${
      back === null
        ? 'location / { try_files $uri =404; }'
        : `location / { add_header Retry-After "${new Date(back).toUTCString()}" always; return 503; }`
    }
  }
}
`;
