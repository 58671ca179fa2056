import { z } from 'astro/zod';

/**
 * `content/reference/names.yaml`: names that settle which code is meant, and long numbers of products.
 *
 * @param source the schema of a citation; handed in, because schema.ts includes this file
 */
export const namesSchema = (source: z.ZodType<string>) =>
  z.strictObject({
    names: z.array(z.strictObject({ name: z.string().min(2), code: z.number().int().min(100).max(699), source })),
    products: z.array(
      z.strictObject({
        /** The word that people write before the number. */
        product: z.string().min(2),
        /** Such a number, with # for each digit of the code. */
        form: z.string().regex(/^\d+###$/, {
          error: (issue) => `is ${JSON.stringify(issue.input)}; expected digits and ### at the end, such as "560###"`,
        }),
        source: z.url(),
      }),
    ),
  });
