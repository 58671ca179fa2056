import type { Code, Content } from '../../schema/content.ts';
import type { Facts, Source } from '../../schema/index.ts';

/** A code that carries a header field, with every rule that puts it there. */
export interface Carrier {
  code: Code;
  rules: Facts['headers'];
}

/** A header field and what the facts of the codes say of it. */
export interface HeaderUse {
  name: string;
  source: Source;
  carriers: Carrier[];
  /** Codes that name it as the first thing to read in another message, such as the Reason of a CANCEL. */
  readIn: { code: Code; message: string }[];
  /** Every response from `first` to `last` may carry it. */
  range: Content['reference']['headers'][string]['range'];
}

/**
 * @param content codes and the table of header fields
 * @returns every header field that some code carries or points to, or that whole classes may carry, by name
 */
export function codesByHeader({ codes, reference }: Pick<Content, 'codes' | 'reference'>): HeaderUse[] {
  return Object.entries(reference.headers)
    .map(([name, { source, range }]) => ({
      name,
      source,
      range,
      carriers: codes.flatMap((code) => {
        const rules = code.headers.filter((header) => header.name === name);
        return rules.length > 0 ? [{ code, rules }] : [];
      }),
      readIn: codes.flatMap((code) =>
        code.detailIn?.header === name && code.detailIn.in ? [{ code, message: code.detailIn.in }] : [],
      ),
    }))
    .filter(({ carriers, readIn, range }) => range !== undefined || carriers.length + readIn.length > 0)
    .sort((left, right) => (left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1));
}

/** The ASCII id of a header field on a page: `retry-after` */
export const headerAnchor = (name: string): string => name.toLowerCase();
