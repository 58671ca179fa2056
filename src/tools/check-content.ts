import { fileURLToPath } from 'node:url';
import type { Content } from '../schema/content.ts';
import { futureDates } from '../schema/check/future-dates.ts';
import { problemLine, readContent } from '../schema/load.ts';

// The first step of `build` and `dev`: all problems of content/ in one list, then stop. Arguments narrow what is printed,
// e.g. `npm run check:content -- 487`.

/**
 * Prints every problem of `content/`.
 *
 * @param today `YYYY-MM-DD`, to find dates that are still to come; a build leaves it out, so that it gives the same on every day
 * @param wanted numbers of codes, to see the problems of these alone; empty for all
 * @returns the content, null if it cannot be put together; and whether a problem was printed
 */
export function check(today?: string, wanted: string[] = []): { content: Content | null; failed: boolean } {
  const { content, vendors, problems } = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
  if (content && today) problems.push(...futureDates(content, vendors, today));
  const shown = wanted.length
    ? problems.filter((problem) => wanted.some((code) => problem.file.includes(`/${code}/`)))
    : problems;
  for (const problem of shown) console.error(problemLine(problem));
  if (shown.length > 0) {
    console.error(
      `\n${shown.length} problem${shown.length === 1 ? '' : 's'} in content/. content/README.md shows how an entry is written.`,
    );
  } else console.log('content/ is complete and consistent.');
  return { content, failed: shown.length > 0 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = check(new Date().toISOString().slice(0, 10), process.argv.slice(2));
  process.exitCode = failed ? 1 : 0;
}
