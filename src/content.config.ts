import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { entryEn, entryJa, pageSchema } from './schema/index.ts';

// The MDX entries, for the bodies that Astro renders. Facts, notes and tables are read by src/site/data.ts with the same
// schemas; what is wrong in them is reported by src/tools/check-content.ts before a build starts.

const id = ({ entry }: { entry: string }) => entry.split('/')[0]!;

export const collections = {
  pages: defineCollection({
    loader: glob({ pattern: '*/*.mdx', base: './content/pages', generateId: ({ entry }) => entry.replace('.mdx', '') }),
    schema: pageSchema,
  }),
  en: defineCollection({
    loader: glob({ pattern: '*/en.mdx', base: './content/codes', generateId: id }),
    schema: entryEn,
  }),
  ja: defineCollection({
    loader: glob({ pattern: '*/ja.mdx', base: './content/codes', generateId: id }),
    schema: entryJa,
  }),
};
