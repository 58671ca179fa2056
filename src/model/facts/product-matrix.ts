import type { Context, Route } from '../../schema/contexts.ts';
import { roundTrip, type Vendor } from '../../schema/vendors.ts';

// What each product does with each code, side by side: from content/vendors/ and the routes of content/contexts/.

/** What a product does after a received code: on to the next address of DNS or the next route, or the end of the search. */
export type NextStep = 'address' | 'route' | 'stops';

/** What is known of one product and one code. */
export interface ProductCell {
  /** Situations in which the product sends the code. */
  cases: number;
  /** What the caller gets where the called side sent the code; null if that was not read. */
  passedAs: number | null;
  next: NextStep[];
}

/** A code with a cell per product, in the order of the products. */
export interface MatrixRow {
  code: number;
  cells: ProductCell[];
}

/** A route with the section of the table that it is in. */
interface Placed extends Route {
  dns: boolean;
}

const routesOf = (contexts: readonly Context[]): Placed[] =>
  contexts.flatMap(({ sections }) =>
    sections.flatMap(({ id, entries }) =>
      entries.flatMap(({ route }) => (route ? [{ ...route, dns: id === 'dns' }] : [])),
    ),
  );

/** A redirection is no failure: `rest` begins with 4xx. */
const has = (list: Route['next'], other: Route['next'], code: number): boolean =>
  list === 'rest'
    ? code >= 400 && code < 700 && !(Array.isArray(other) && other.includes(code))
    : !!list?.includes(code);

const stepsOf = ({ next, stops, dns }: Placed, code: number): NextStep[] => [
  ...(has(next, stops, code) ? [dns ? ('address' as const) : ('route' as const)] : []),
  ...(has(stops, next, code) ? (['stops'] as const) : []),
];

/** The tables first: a line may be about a request inside a dialog, such as a 415 to a re-INVITE. */
const passedAs = (vendor: Vendor, code: number): number | null =>
  roundTrip(vendor, code)?.code.code ??
  vendor.through.find(({ in: from, out }) => out !== undefined && from?.includes(code))?.out ??
  null;

/**
 * @param vendors products, in the order of the columns
 * @param contexts with the routes of `/failover/`
 * @returns a row for every code that a product sends, passes on or names as a reason for its next step, ascending
 */
export function productMatrix(vendors: readonly Vendor[], contexts: readonly Context[]): MatrixRow[] {
  const routes = routesOf(contexts);
  const named = routes.flatMap(({ next, stops }) => [next, stops].flatMap((list) => (Array.isArray(list) ? list : [])));
  const codes = new Set([
    ...named,
    ...vendors.flatMap(({ sends, through, tables }) => [
      ...sends.map(({ code }) => code),
      ...through.flatMap(({ in: from = [] }) => from),
      ...(tables?.sipToCause.rows ?? []).flatMap(({ code }) => (typeof code === 'number' && code >= 400 ? [code] : [])),
    ]),
  ]);
  return [...codes]
    .sort((one, other) => one - other)
    .map((code) => ({
      code,
      cells: vendors.map((vendor) => ({
        cases: vendor.sends.filter((one) => one.code === code).length,
        passedAs: passedAs(vendor, code),
        next: [
          ...new Set(routes.filter(({ product }) => product === vendor.id).flatMap((route) => stepsOf(route, code))),
        ],
      })),
    }));
}

/** @returns whether nothing is known of a product and a code */
export const isEmpty = ({ cases, passedAs: out, next }: ProductCell): boolean =>
  cases === 0 && out === null && next.length === 0;
