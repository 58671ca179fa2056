import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { check } from '../tools/check-content.ts';
import { writePreviews } from './previews.ts';
import { writeReport } from '../tools/report.ts';
import { startIndex } from '../search/search-index.ts';

// What a build does beside the pages, with the content read once: checks it, compares the comparisons, draws the link
// previews and prepares the search index. When the parent says that the pages are there, the previews go to them and the
// index is finished. Says `checked` when the content is good, and ends with 1 when it is not.

const dist = process.env.OUT_DIR ?? 'dist';
/** Beside the pages until they are made: Astro empties its folder first. */
const previews = `${dist}.previews`;

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);

const paged = once(process, 'message');
const { content, failed } = check();
if (content && !failed) {
  process.send!('checked');
  let began = performance.now();
  writeReport(content, join(dirname(dist), 'comparisons-report.json'));
  console.log(`  (${seconds(began)} s)`);
  began = performance.now();
  const images = writePreviews(content, previews);
  console.log(`Link previews: ${images} images in ${seconds(began)} s.`);
  const finish = await startIndex(content);
  await paged;
  began = performance.now();
  renameSync(previews, join(dist, 'og'));
  const records = await finish(dist);
  console.log(`Search index: ${records} records; ${seconds(began)} s after the pages.`);
}
process.exit(failed ? 1 : 0);
