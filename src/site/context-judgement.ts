import { messages } from '../i18n/index.ts';
import { locales, type Locale } from '../locales.ts';
import type { Context } from '../schema/contexts.ts';

/** Which parts of the page of a context are our judgement, in words */
export function contextJudgement({ text }: Context, locale: Locale): string {
  const { contexts: words } = messages(locale);
  const advice = Object.values(text[locale].entries).some(({ tell, fix }) => tell ?? fix);
  return (advice ? [words.ours, words.oursAdvice] : [words.ours]).join(locales[locale].sentenceJoint);
}
