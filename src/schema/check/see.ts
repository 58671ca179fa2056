import type { Content, ContentProblem } from '../content.ts';
import { seenPage, type SeeFolder } from '../fields.ts';

// Pages that entries name in `see` exist, and are named once.

/**
 * @param content symptoms and tables that passed their schemas
 * @param names of the entries of each folder, whether or not their files are right: a faulty one is reported as itself
 * @param label how `content/` is called in messages
 * @returns a problem per page that does not exist, is the entry itself or is named twice
 */
export function seeProblems(
  { symptoms, reference }: Pick<Content, 'symptoms' | 'reference'>,
  names: Record<SeeFolder, readonly string[]>,
  label: string,
): ContentProblem[] {
  const problems = (file: string, field: string, pages: readonly string[], own = ''): ContentProblem[] =>
    pages.flatMap((page, index) => {
      const { folder, name } = seenPage(page);
      const report = (message: string) => [{ file: `${label}/${file}`, field, message }];
      if (!names[folder].includes(name))
        return report(`names ${page}; expected an entry of ${label}/${folder}/. Correct the spelling, or remove it`);
      if (page === own) return report(`names ${page}, which is the entry itself. Remove it`);
      return pages.indexOf(page) === index ? [] : report(`names ${page} twice. Remove one`);
    });
  return [
    ...symptoms.flatMap(({ name, see }) => problems(`symptoms/${name}/facts.yaml`, 'see', see, `symptoms/${name}`)),
    ...reference.q850.causes.flatMap(({ see }, index) => problems('reference/q850.yaml', `causes[${index}].see`, see)),
  ];
}
