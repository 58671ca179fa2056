import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

// The bodies of MDX entries, which Astro renders. They have no schema here: front matter is read and checked together with
// all other files of content/ (src/schema/load.ts), and pages take it from there (src/site/data.ts).

const folder = ({ entry }: { entry: string }) => entry.split('/')[0]!;
const name = ({ entry }: { entry: string }) => entry.replace('.mdx', '');

export const collections = {
  pages: defineCollection({ loader: glob({ pattern: '*/*.mdx', base: './content/pages', generateId: name }) }),
  en: defineCollection({ loader: glob({ pattern: '*/en.mdx', base: './content/codes', generateId: folder }) }),
  ja: defineCollection({ loader: glob({ pattern: '*/ja.mdx', base: './content/codes', generateId: folder }) }),
};
