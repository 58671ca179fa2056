import { MARKS } from '../decoder/outcome/carrier-marks.ts';
import type { Names } from '../decoder/show/code-names.ts';
import { messages } from '../i18n/index.ts';
import { locales, type Locale } from '../locales.ts';
import { entriesOf, examplesOf, ownerOf } from '../schema/contexts.ts';
import { site } from './data.ts';
import { href, paths } from './paths.ts';

/** What the decoder knows of codes, causes, warnings, symptoms and carriers' own meanings */
export function decodeNames(locale: Locale): Names {
  const { content } = site();
  const { q850, warnings } = content.reference;
  return {
    codes: Object.fromEntries(
      content.codes.map(({ number, phrase, nature, text }) => [
        number,
        { phrase, nature, summary: text[locale].summary.replaceAll('`', ''), path: href(paths.code(locale, number)) },
      ]),
    ),
    causes: Object.fromEntries(q850.causes.map((one) => [one.cause, one.name[locale]])),
    warnings: Object.fromEntries(warnings.codes.map((one) => [one.code, one.text])),
    symptoms: Object.fromEntries(
      content.symptoms.map(({ name, text }) => [
        name,
        { label: text[locale].title.replaceAll('`', ''), href: href(paths.symptom(locale, name)) },
      ]),
    ),
    reuse: Object.fromEntries(
      entriesOf(content.contexts)
        .filter(({ id, topic }) => topic || MARKS.some((mark) => mark.id === id))
        .map((one) => [
          one.id,
          {
            label: `${ownerOf(one, locale)}${messages(locale).ui.colon}${examplesOf(one).join(locales[locale].listJoint)}`,
            href: `${href(paths.context(locale, one.context.slug))}#${one.id}`,
          },
        ]),
    ),
  };
}
