import { fileURLToPath } from 'node:url';
import { problemLine, readContent } from './content.ts';

// The first step of `build` and `dev`: all problems of content/ in one list, then stop.
// Arguments narrow what is printed, e.g. `npm run check:content -- 487`.

const wanted = process.argv.slice(2);
const { problems } = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
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
