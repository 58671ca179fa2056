import type { Content, ContentProblem } from '../content.ts';
import type { Vendor } from '../vendors.ts';

/**
 * Dates that have not come yet. Told by the content check, not by the build, which must not depend on the clock.
 *
 * @param today a day such as 2026-11-24; one day more is allowed, for authors east of the machine
 * @param label how the content folder is called in messages
 */
export function futureDates(content: Content, vendors: Vendor[], today: string, label = 'content'): ContentProblem[] {
  const last = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const dated: [file: string, dates: Record<string, string>][] = [
    ...content.codes.map(({ number, reviewed, updated }): [string, Record<string, string>] => [
      `codes/${number}/facts.yaml`,
      { reviewed, updated },
    ]),
    ...[...content.notes].map(([key, { reviewed, updated }]): [string, Record<string, string>] => [
      `comparisons/${key}/facts.yaml`,
      { reviewed, updated },
    ]),
    ...content.symptoms.map(({ name, reviewed, updated }): [string, Record<string, string>] => [
      `symptoms/${name}/facts.yaml`,
      { reviewed, updated },
    ]),
    ...content.contexts.map(({ slug, reviewed, updated }): [string, Record<string, string>] => [
      `contexts/${slug}/facts.yaml`,
      { reviewed, updated },
    ]),
    ...vendors.map(({ id, updated }): [string, Record<string, string>] => [`vendors/${id}.yaml`, { updated }]),
    ['reference/registry.yaml', { checked: content.reference.registry.checked }],
  ];
  return dated.flatMap(([file, dates]) =>
    Object.entries(dates)
      .filter(([, date]) => date > last)
      .map(([field, date]) => ({
        file: `${label}/${file}`,
        field,
        message: `is ${date}, which is in the future. Write the day of the change`,
      })),
  );
}
