import type { Content } from '../../schema/content.ts';

/**
 * @param code a code that the client does not know
 * @param content registered codes
 * @returns the registered code that it must be treated as: the x00 of its class, or 183 for a provisional one (RFC 3261 §8.1.3.2)
 */
export function treatedAs(code: number, { byNumber }: Pick<Content, 'byNumber'>) {
  return byNumber.get(code < 200 ? 183 : Math.floor(code / 100) * 100)!;
}
