import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import sharp from 'sharp';
import { checkedContent, type Checked } from './check-content.ts';
import { pictures } from './preview-pictures.ts';

// Images of link previews, 1200 × 630: for every code, symptom, context, product and cause, the decoder and every pair that a person
// settled, in each language; a general one for all other pairs and one for all other pages.

/**
 * Draws all previews.
 *
 * @param content what they show
 * @param dist folder of the site
 * @returns how many there are
 */
export async function writePreviews(content: Checked, dist: string): Promise<number> {
  mkdirSync(join(dist, 'og'), { recursive: true });
  let count = 0;
  const all = pictures(content);
  const draw = async (): Promise<void> => {
    for (const { path, svg } of all) {
      await sharp(Buffer.from(svg)).png({ compressionLevel: 2 }).toFile(join(dist, path));
      count += 1;
    }
  };
  // As many at a time as Node has threads for them.
  await Promise.all(Array.from({ length: 4 }, draw));
  return count;
}

/**
 * Draws while Astro renders the pages, which takes one processor; started afterwards, it would take a build four seconds
 * more.
 *
 * @returns the integration that draws the link previews of a build
 */
export function previews(): AstroIntegration {
  let dist: string;
  let drawn: Promise<number>;
  return {
    name: 'previews',
    hooks: {
      'astro:config:done': ({ config }) => {
        dist = fileURLToPath(config.outDir);
      },
      // Not earlier: Astro empties its folder before.
      'astro:build:setup': () => {
        drawn = writePreviews(checkedContent(), dist);
        // What fails is thrown where it is awaited.
        drawn.catch(() => undefined);
      },
      'astro:build:done': async ({ logger }) => {
        logger.info(`${await drawn} images`);
      },
    },
  };
}
