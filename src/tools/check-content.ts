import { fileURLToPath } from 'node:url';
import { futureDates } from '../schema/check/future-dates.ts';
import { problemList, readContent } from '../schema/load.ts';

// `npm run check:content`: all problems of content/ in one list. Arguments narrow it: `npm run check:content -- 487`. A
// build makes the same check without the dates that are still to come, so that it gives the same on every day.

const wanted = process.argv.slice(2);
const { content, vendors, problems } = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (content) problems.push(...futureDates(content, vendors, new Date().toISOString().slice(0, 10)));
const shown = wanted.length
  ? problems.filter((problem) => wanted.some((code) => problem.file.includes(`/${code}/`)))
  : problems;
if (shown.length > 0) {
  console.error(problemList(shown));
  process.exitCode = 1;
} else console.log('content/ is complete and consistent.');
