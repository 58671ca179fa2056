import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * In one call of axe, which is all that a page without frames needs: otherwise every result, also of what is in order, is
 * written out, sent to a second page and put together there, which takes three times as long.
 *
 * @param page to look at
 * @returns a scan that can still be narrowed; its `violations` count
 */
export const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

/** Rules of WCAG 2.2 AA, and axe's own. */
export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
