import {
  codesOf,
  contextName,
  entriesOf,
  isSecondHand,
  ownerOf,
  type Context,
  type ContextEntry,
} from '../schema/contexts.ts';
import type { Code } from '../schema/content.ts';
import { site } from './data.ts';

export { contextName, ownerOf, type Context };

/** What the page of a context shows besides its own texts. */
export interface ContextView {
  /** Registered codes that it speaks of, ascending. */
  codes: Code[];
  /** The other contexts of its kind. */
  others: Context[];
  /** Entries of other contexts that are about this one. */
  elsewhere: ContextEntry[];
  /** Whether some entry rests on second-hand sources alone. */
  secondHand: boolean;
}

/** The context of that name; throws if content/contexts/ has none */
export function contextNamed(slug: string): Context {
  const found = site().content.contexts.find((one) => one.slug === slug);
  if (!found) throw new Error(`content/contexts/${slug}/ is missing; expected facts.yaml, en.mdx and ja.mdx there`);
  return found;
}

/** What the page of a context shows besides its own texts */
export function contextView(context: Context): ContextView {
  const { content } = site();
  return {
    codes: codesOf(context).flatMap((code) => content.byNumber.get(code) ?? []),
    others: content.contexts.filter((other) => other !== context && other.kind === context.kind),
    elsewhere: entriesOf(content.contexts).filter(({ of }) => of === context.slug),
    secondHand: entriesOf([context]).some((entry) => isSecondHand(entry, context)),
  };
}
