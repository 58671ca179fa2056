import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

// A static host as plain as they come: `node tests/serve.ts dist / 4381`. Directories answer with index.html, anything
// else with the nearest 404.html; text is compressed where the browser takes it.

const [dir = 'dist', base = '/', port = '4381'] = process.argv.slice(2);
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
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
  const missing = join(dir, inside?.startsWith('ja/') ? 'ja/404/index.html' : '404.html');
  const sent = found ?? missing;
  const type = TYPES[extname(sent)] ?? 'application/octet-stream';
  const packed = /text|json|xml|javascript/.test(type) && String(request.headers['accept-encoding']).includes('gzip');
  // Unit tests run beside this server without a build.
  const body = existsSync(sent) ? readFileSync(sent) : Buffer.from('Not found');
  response
    .writeHead(found ? 200 : 404, { 'Content-Type': type, ...(packed && { 'Content-Encoding': 'gzip' }) })
    .end(packed ? gzipSync(body, { level: 9 }) : body);
}).listen(Number(port), '127.0.0.1');
