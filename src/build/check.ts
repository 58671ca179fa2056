import { fileURLToPath } from 'node:url';
import { futureDates } from '../model/future.ts';
import { problemLine, readContent } from './content.ts';

// The first step of `build` and `dev`: all problems of content/ in one list, then stop.
// Arguments narrow what is printed, e.g. `npm run check:content -- 487`. `--any-date` leaves the clock out, so that a build
// gives the same on every day.

const wanted = process.argv.slice(2).filter((argument) => argument !== '--any-date');
const { content, vendors, problems } = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (content && !process.argv.includes('--any-date'))
  problems.push(...futureDates(content, vendors, new Date().toISOString().slice(0, 10)));
const shown = wanted.length
  ? problems.filter((problem) => wanted.some((code) => problem.file.includes(`/${code}/`)))
  : problems;
for (const problem of shown) console.error(problemLine(problem));
if (shown.length > 0) {
  console.error(
    `\n${shown.length} problem${shown.length === 1 ? '' : 's'} in content/. content/README.md shows how an entry is written.`,
  );
  process.exit(1);
}
console.log('content/ is complete and consistent.');
