import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { settings } from '../settings.ts';
import { brotliCompress, constants, gzip } from 'node:zlib';

// `npm run compress -- /srv/www`: puts compressed copies next to the text files of a deployed site, for hosts that send them
// (deploy/). Brotli as well as it can makes the largest pages a fifth smaller than gzip, which is a round trip less, and
// takes too long for each request. Not part of the build: `dist` is what was made, not how it is sent.

/** Other files are compressed already, or by Pagefind. */
const TEXT = new Set(['.html', '.js', '.json', '.xml', '.svg', '.txt', '.csv', '.webmanifest']);
/** Below that a copy saves no packet. */
const LEAST = 600;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Writes `….br` and `….gz` next to every text file.
 *
 * @param folder with all that is in it; copies that are there are written again
 * @returns how many files have copies now
 */
export async function compress(folder: string): Promise<number> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => TEXT.has(extname(name)));
  let copies = 0;
  const one = async (): Promise<void> => {
    for (let name = files.pop(); name !== undefined; name = files.pop()) {
      const file = join(folder, name);
      const text = await readFile(file);
      if (text.length < LEAST) continue;
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
      await writeFile(`${file}.br`, await brotli(text, { params }));
      await writeFile(`${file}.gz`, await zip(text, { level: 9 }));
      copies += 1;
    }
  };
  // As many at a time as Node has threads for it.
  await Promise.all(Array.from({ length: 4 }, one));
  return copies;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? settings.outDir;
  const copies = await compress(folder);
  console.log(`${folder}: ${copies} files with compressed copies, ${(performance.now() / 1000).toFixed(0)} s.`);
}
