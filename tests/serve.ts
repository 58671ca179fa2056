import { existsSync, readFileSync, statSync } from 'node:fs';
import { locales } from '../src/locales.ts';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

// A static host as plain as they come: `node tests/serve.ts dist / 4381`. Directories answer with index.html, anything
// else with the nearest 404.html; text is compressed as well as the browser takes it, once: `ENCODINGS=gzip` for less.

const [dir = 'dist', base = '/', port = '4381'] = process.argv.slice(2);
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** A broken escape or a null byte is in the name of no file. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    return path;
  }
}

/** The best first, as hosts have it that were given compressed copies. */
const PACKERS = { br: brotliCompressSync, gzip: (text: Buffer) => gzipSync(text, { level: 9 }) };
const encodings = (process.env.ENCODINGS ?? 'br gzip').split(' ') as (keyof typeof PACKERS)[];
const packed = new Map<string, Buffer>();

function pack(encoding: keyof typeof PACKERS, file: string, text: Buffer): Buffer {
  const key = `${encoding} ${file} ${statSync(file).mtimeMs}`;
  const known = packed.get(key) ?? PACKERS[encoding](text);
  packed.set(key, known);
  return known;
}

createServer((request, response) => {
  const path = decode(new URL(request.url ?? '/', 'http://local').pathname);
  const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : null;
  const file = inside === null || inside.startsWith('..') ? null : join(dir, inside);
  if (file && existsSync(file) && statSync(file).isDirectory() && !path.endsWith('/')) {
    response.writeHead(301, { Location: `${path}/` }).end();
    return;
  }
  const found = [file, file && join(file, 'index.html')].find(
    (one) => one && existsSync(one) && statSync(one).isFile(),
  );
  const first = inside?.split('/')[0] ?? '';
  // Only below a language: sip/404/ is the page of the code.
  const ofLanguage = join(dir, first in locales ? first : '', '404/index.html');
  const missing = existsSync(ofLanguage) ? ofLanguage : join(dir, '404.html');
  const sent = found ?? missing;
  const type = TYPES[extname(sent)] ?? 'application/octet-stream';
  // Unit tests need neither this server nor a build.
  const body = existsSync(sent) ? readFileSync(sent) : null;
  const accepted = String(request.headers['accept-encoding']);
  const encoding = body && /text|json|xml|javascript/.test(type) && encodings.find((one) => accepted.includes(one));
  response
    .writeHead(found ? 200 : 404, { 'Content-Type': type, ...(encoding && { 'Content-Encoding': encoding }) })
    .end(encoding ? pack(encoding, sent, body) : (body ?? 'Not found'));
}).listen(Number(port), '127.0.0.1');
