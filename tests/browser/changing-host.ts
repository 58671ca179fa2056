import { createServer, type Server } from 'node:http';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { BUILDS } from '../builds.ts';

const { dir } = BUILDS.root;
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

/** What the version of the service worker becomes in the next build. */
export const NEXT_VERSION = '0123456789ab';

/** @returns the files of the next build: other names for everything in `_astro/`, which is where the old names are gone */
function nextBuild(): { fileOf: (name: string) => string | null; text: (name: string, text: string) => string } {
  const names = readdirSync(join(dir, '_astro'));
  const any = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  return {
    fileOf: (name) => {
      const [, own] = /^\/_astro\/(.*)/.exec(name) ?? [];
      if (own === undefined) return name;
      return own.startsWith('next-') ? `/_astro/${own.slice('next-'.length)}` : null;
    },
    text: (name, text) => {
      const renamed = text.replace(any, 'next-$&');
      return name === '/sw.js' ? renamed.replaceAll(/\b[0-9a-f]{12}\b/g, NEXT_VERSION) : renamed;
    },
  };
}

/** A host of the built site that can be changed, fail and go away. */
export interface ChangingHost {
  /** `fails`: answers 503. `gone`: closes the connection. */
  state: 'well' | 'fails' | 'gone';
  /** Files that are newer than the build, by path with "/" in front. */
  newer: Map<string, string>;
  /** Puts the next build in the place of this one, as hosts do that keep nothing of the old one. */
  deploy: () => void;
  /** The address of a page by its path without "/" in front. */
  at: (path: string) => string;
  open: () => Promise<void>;
  close: () => Promise<void>;
  /** The build as it is, on a host that is well. */
  reset: () => void;
}

/** A host for the tests of a file, which listens on a port between `open` and `close` */
export function changingHost(port: number): ChangingHost {
  let server: Server;
  let next: ReturnType<typeof nextBuild> | null = null;
  const host: ChangingHost = {
    state: 'well',
    newer: new Map(),
    at: (path) => `http://127.0.0.1:${port}/${path}`,
    deploy: () => void (next = nextBuild()),
    open: async () => {
      server = createServer((request, response) => {
        if (host.state === 'gone') return void request.socket.destroy();
        if (host.state === 'fails') return void response.writeHead(503).end('failing');
        const path = new URL(request.url!, 'http://local').pathname;
        const name = path.endsWith('/') ? `${path}index.html` : path;
        const own = next ? next.fileOf(name) : name;
        const there = own !== null && existsSync(join(dir, own)) && statSync(join(dir, own)).isFile();
        const sent = there ? own : '/404.html';
        const type = TYPES[extname(sent)];
        const file = readFileSync(join(dir, sent));
        const body = host.newer.get(name) ?? (next && type ? next.text(sent, String(file)) : file);
        response
          .writeHead(there ? 200 : 404, {
            'Content-Type': type ?? 'application/octet-stream',
            'Cache-Control': 'no-cache',
          })
          .end(body);
      });
      await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    },
    close: () => new Promise<void>((done) => (server.closeAllConnections(), server.close(() => done()))),
    reset: () => {
      host.state = 'well';
      host.newer.clear();
      next = null;
    },
  };
  return host;
}
