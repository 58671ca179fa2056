import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Redirect } from '../../src/site/redirects.ts';
import { caddyRules, nginxRules, withRules } from '../../src/tools/redirects.ts';
import type { Build } from '../builds.ts';

// nginx and Caddy with the configurations of deploy/, on loopback. Nothing of them is changed but where the site is and
// where they listen, which is what everyone who deploys the site changes.

/** A host that is running. */
export interface Server {
  /** With the base path and "/" at the end. */
  url: string;
  start: () => Promise<void>;
  /** Ends what is being sent, then the process. */
  stop: () => Promise<void>;
  /** Takes over the configuration anew without refusing a request. */
  reload: () => void;
  /** What it said on its standard error since it was started. */
  said: () => string;
}

/** A file that other sites may read, as the API is. */
export const PROBE = 'api/probe.json';

/** What lies by mistake next to a site, or for programs alone. */
export const HIDDEN = ['.git/config', '.env', 'api/.htpasswd', '.built-from'];

/** What hosts have to show all the same (RFC 8615). */
export const SHOWN = '.well-known/security.txt';

/** A new folder that holds the built site under its base path, by links */
export function siteRoot(build: Build): string {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  const folder = join(root, build.base);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(build.dir))
    if (name !== 'api') symlinkSync(resolve(build.dir, name), join(folder, name));
  mkdirSync(join(folder, 'api'));
  writeFileSync(join(folder, PROBE), '{}');
  for (const name of [...HIDDEN, SHOWN]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), 'x');
  }
  return root;
}

const answers = async (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

function server(command: string, args: string[], env: NodeJS.ProcessEnv, url: string): Server {
  let process_: ChildProcess | null = null;
  let said = '';
  return {
    url,
    start: async () => {
      said = '';
      const started = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
      started.stderr.on('data', (text: Buffer) => (said += text.toString()));
      process_ = started;
      for (let tries = 0; !(await answers(url)); tries += 1) {
        if (tries === 100 || started.exitCode !== null) throw new Error(`${command} did not start:\n${said}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    stop: () =>
      new Promise((done) => {
        if (!process_ || process_.exitCode !== null) return done();
        process_.on('close', () => done());
        process_.kill(command === 'nginx' ? 'SIGQUIT' : 'SIGTERM');
      }),
    reload: () => process_?.kill('SIGHUP'),
    said: () => said,
  };
}

/** Replaces a setting of the configuration; a setting that is gone must not pass unseen. */
function set(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`deploy/nginx.conf has no "${from}"`);
  return text.replace(from, to);
}

/** What is set besides where the site is: addresses that moved, and how long browsers shall ask by HTTPS only. */
interface Settings {
  moved?: Redirect[];
  hsts?: string;
}

/** Nginx with deploy/nginx.conf; `root` is a folder of `siteRoot` */
export function nginx(root: string, base: string, port: number, { moved = [], hsts = '' }: Settings = {}): Server {
  const dir = mkdtempSync(join(tmpdir(), 'nginx-'));
  let site = withRules(readFileSync('deploy/nginx.conf', 'utf8'), nginxRules(moved));
  site = set(site, 'listen 80;', `listen 127.0.0.1:${port};`);
  site = set(site, 'root /srv/www;', `root ${root};`);
  site = set(site, 'set $sip_base "";', `set $sip_base "${base.replace(/\/$/, '')}";`);
  site = set(site, 'set $sip_hsts "";', `set $sip_hsts "${hsts}";`);
  writeFileSync(join(dir, 'site.conf'), site);
  writeFileSync(
    join(dir, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${dir}/pid; worker_processes 2;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on;
  client_body_temp_path ${dir}/body; proxy_temp_path ${dir}/proxy; fastcgi_temp_path ${dir}/fastcgi;
  uwsgi_temp_path ${dir}/uwsgi; scgi_temp_path ${dir}/scgi;
  include ${dir}/site.conf;
}`,
  );
  const args = ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', 'stderr'];
  return server('nginx', args, {}, `http://127.0.0.1:${port}${base}`);
}

/** Caddy with deploy/Caddyfile; `root` is a folder of `siteRoot` */
export function caddy(root: string, base: string, port: number, { moved = [], hsts = '' }: Settings = {}): Server {
  const dir = mkdtempSync(join(tmpdir(), 'caddy-'));
  writeFileSync(join(dir, 'site'), withRules(readFileSync('deploy/Caddyfile', 'utf8'), caddyRules(moved)));
  writeFileSync(join(dir, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\nimport ${join(dir, 'site')}\n`);
  const env = {
    SITE_ADDRESS: `http://127.0.0.1:${port}`,
    SITE_ROOT: root,
    BASE_PATH: base.replace(/\/$/, ''),
    SITE_HSTS: hsts,
    XDG_DATA_HOME: dir,
    XDG_CONFIG_HOME: dir,
  };
  const args = ['run', '--adapter', 'caddyfile', '--config', join(dir, 'Caddyfile')];
  return server('caddy', args, env, `http://127.0.0.1:${port}${base}`);
}

// `node tests/deploy/servers.ts` makes sure that both are there, from Debian's packages.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const there = (name: string) =>
    ['/usr/sbin', '/usr/bin', '/usr/local/bin'].some((dir) => existsSync(join(dir, name)));
  const missing = [!there('nginx') && 'nginx-light', !there('caddy') && 'caddy'].filter((name) => name !== false);
  if (missing.length > 0) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
    for (const args of [
      ['apt-get', 'update', '-q'],
      ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing],
    ]) {
      const [command, ...rest] = [...sudo, ...args] as [string, ...string[]];
      if (spawnSync(command, rest, { stdio: 'inherit' }).status !== 0)
        throw new Error(`Install ${missing.join(' and ')}, then run this again.`);
    }
  }
}
