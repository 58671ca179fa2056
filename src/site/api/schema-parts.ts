import { z } from 'astro/zod';
import { perLocale } from '../../locales.ts';
import { LADDER_NOTES, PARTIES } from '../../schema/index.ts';

// What the schemas of several kinds of files share.

/**
 * The version of all files of `/api/`. A field may be added within version 1; one that is removed, renamed or given another
 * meaning makes version 2.
 */
export const API_VERSION = '1.1';

export const code = z.int().min(100).max(699).meta({ description: 'SIP response code' });
/** Products use numbers above 699 inside. */
export const anyCode = z.int().min(100).max(999).meta({ description: 'SIP response code, registered or not' });
export const cause = z.int().min(1).max(127).meta({ description: 'Q.850 cause' });
export const day = z.iso.date();
export const address = z.url();
export const text = z.string().min(1).meta({ description: 'A sentence; parts between backticks are literals' });
export const texts = z.array(text);
/** Every language is a key; languages that are added are further keys. */
export const byLanguage = z.strictObject(perLocale(() => text));
export const citation = z
  .strictObject({ rfc: z.int(), section: z.string(), text: z.string(), url: address })
  .meta({ description: 'One section of an RFC' });
export const citations = z.array(citation);
export const header = {
  $schema: address.meta({ description: 'JSON Schema of this file' }),
  version: z.literal(API_VERSION),
  license: z.literal('CC-BY-4.0'),
};
export const pages = z.strictObject(perLocale(() => address)).meta({ description: 'The page for people, by language' });

export const see = z
  .array(
    z.strictObject({ page: z.string().meta({ description: 'Kind and name, such as contexts/jssip' }), urls: pages }),
  )
  .meta({ description: 'Pages of this site that say more: products, services, networks, symptoms' });

/** A line of source code that was read, at the commit that was read. */
export const codeLine = z.strictObject({ text: z.string(), url: address });

export const repository = z.strictObject({
  key: z.string(),
  repo: z.string(),
  branch: z.string(),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  date: day,
  version: z.string(),
});

const party = z.enum(PARTIES);
const time = z.string().optional().meta({ description: 'Seconds since the first step, in an example that has times' });
export const ladder = z
  .strictObject({
    parties: z.array(party),
    steps: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('message'),
          from: party,
          to: party,
          code: code.nullable().meta({ description: 'Of a response; null for a request' }),
          method: z.string(),
          headers: z.array(z.string()).meta({ description: 'Header fields worth seeing' }),
          time,
        }),
        z.strictObject({ kind: z.literal('note'), at: party, note: z.enum(LADDER_NOTES), time }),
      ]),
    ),
    lines: z.strictObject(perLocale(() => texts)).meta({ description: 'The steps in words, one for each of them' }),
  })
  .meta({ description: 'A message exchange: parties from left to right, steps from top to bottom' });

export const rule = z.strictObject({ text: byLanguage, sources: citations });
