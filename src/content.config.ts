import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { perLocale } from './locales.ts';

// The bodies of MDX entries, which Astro renders. They have no schema here: front matter is read and checked together with
// all other files of content/ (src/schema/load.ts), and pages take it from there (src/site/data.ts).

const folder = ({ entry }: { entry: string }) => entry.split('/')[0]!;
const name = ({ entry }: { entry: string }) => entry.replace('.mdx', '');

export const collections = {
  pages: defineCollection({ loader: glob({ pattern: '*/*.mdx', base: './content/pages', generateId: name }) }),
  ...perLocale((locale) =>
    defineCollection({ loader: glob({ pattern: `*/${locale}.mdx`, base: './content/codes', generateId: folder }) }),
  ),
};
