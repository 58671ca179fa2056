import type { Content } from '../schema/content.ts';
import { fold } from './fold.ts';
import type { Known } from './query.ts';

/** What queries are read against without any page: names of codes, causes, words of products */
export function knownNames({
  reference,
}: Pick<Content, 'reference'>): Pick<Known, 'names' | 'compared' | 'causes' | 'products'> {
  const { q850, names } = reference;
  const toSip = q850.causeToSip;
  return {
    names: [...names.names.map(({ name, code }) => [name, code] as const)],
    compared: names.compared.flatMap(({ code, words }) => words.map((word) => [word, code] as const)),
    causes: q850.causes.map(({ cause }) => [
      cause,
      [
        ...new Set([
          ...(toSip[cause] ? [toSip[cause]] : []),
          ...Object.entries(q850.sipToCause)
            .filter(([, to]) => to === cause)
            .map(([code]) => Number(code)),
        ]),
      ],
    ]),
    products: [...new Set(names.products.map(({ product }) => fold(product)))],
  };
}
