import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'tar';
import { settings } from '../settings.ts';

// `npm run archive`: the built site as one file, dist.tar.gz. The same site gives the same bytes: names in order, without
// owner, machine or time.

const dist = settings.outDir;
const file = `${dist}.tar.gz`;
const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => statSync(join(dist, name)).isFile())
  .sort();

await create(
  {
    cwd: dist,
    file,
    gzip: { level: 9 },
    portable: true,
    mtime: new Date(0),
    noDirRecurse: true,
    prefix: 'sip-codes',
  },
  names,
);
console.log(`${file}: ${names.length} files, ${(statSync(file).size / 1e6).toFixed(1)} MB.`);
