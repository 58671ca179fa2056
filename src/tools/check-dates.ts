import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DATED } from '../schema/changes.ts';
import { LOCALES } from '../locales.ts';
import { problemLine, readContent } from '../schema/load.ts';

// `npm run check:dates`: is `updated` at least as late as the last commit that changed the text? The dates are in
// sitemaps, feeds and on the pages, and are easily forgotten. Needs the whole history; says so and stops where it is cut.

interface Dated {
  /** The file that holds the date. */
  file: string;
  /** Files whose texts a reader sees. */
  texts: string[];
  updated: string;
}

/**
 * @param dated dates as stated
 * @param changed day of the last commit, by file
 * @returns one line per date that is older than the last commit of one of its texts, with the latest of these
 */
export function lateChanges(dated: Dated[], changed: Map<string, string>): string[] {
  return dated.flatMap(({ file, texts, updated }) => {
    const late = texts
      .map((text) => ({ text, day: changed.get(text) ?? '' }))
      .filter(({ day }) => day > updated)
      .sort((left, right) => (left.day < right.day ? 1 : -1))[0];
    return late
      ? [`${file}: updated is ${updated}, but ${late.text} was changed on ${late.day}. Set it to that day`]
      : [];
  });
}

/** The day (UTC, of writing) of the last commit of every file in `content/` */
function lastCommits(): Map<string, string> {
  const log = execFileSync(
    'git',
    ['log', '--no-merges', '--date=format-local:%Y-%m-%d', '--format=commit %ad', '--name-only', '--', 'content'],
    { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' }, maxBuffer: 1e8 },
  );
  const days = new Map<string, string>();
  let day = '';
  for (const line of log.split('\n'))
    if (line.startsWith('commit ')) day = line.slice('commit '.length);
    else if (line && (days.get(line) ?? '') < day) days.set(line, day);
  return days;
}

function statedDates(): Dated[] {
  const { content, vendors, dates, problems } = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
  if (!content) throw new Error(problems.map(problemLine).join('\n'));
  const entry = (folder: string, updated: string): Dated => ({
    file: `content/${folder}/facts.yaml`,
    texts: LOCALES.map((locale) => `content/${folder}/${locale}.mdx`),
    updated,
  });
  /** A table, and its texts in files of their own. */
  const table = (path: string): string[] => [
    `content/${path}`,
    ...LOCALES.map((locale) => `content/translations/${locale}/${path}`),
  ];
  return [
    ...content.codes.map(({ number, updated }) => entry(`codes/${number}`, updated)),
    ...[...content.notes].map(([key, { updated }]) => entry(`comparisons/${key}`, updated)),
    ...content.symptoms.map(({ name, updated }) => entry(`symptoms/${name}`, updated)),
    ...content.contexts.map(({ slug, updated }) => entry(`contexts/${slug}`, updated)),
    ...vendors.map(({ id, updated }) => {
      return { file: `content/vendors/${id}.yaml`, texts: table(`vendors/${id}.yaml`), updated };
    }),
    ...DATED.map((name) => ({
      file: 'content/dates.yaml',
      texts: name.startsWith('pages/')
        ? LOCALES.map((locale) => `content/${name}/${locale}.mdx`)
        : table(`${name}.yaml`),
      updated: dates[name],
    })),
  ];
}

function isWhole(): boolean {
  try {
    const answer = execFileSync('git', ['rev-parse', '--is-shallow-repository'], { encoding: 'utf8', stdio: 'pipe' });
    return answer.trim() === 'false';
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!isWhole()) console.log('Dates: skipped, because the history is not complete here (git fetch --unshallow).');
  else {
    const late = lateChanges(statedDates(), lastCommits());
    for (const line of late) console.error(line);
    if (late.length > 0) {
      console.error(`\n${late.length} dates are older than the text they belong to.`);
      process.exit(1);
    }
    console.log('Dates: none is older than its text.');
  }
}
