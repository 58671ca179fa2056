import { DEFAULT_LOCALE, LOCALES, type Locale } from '../../locales.ts';
import type { ContentProblem } from '../content.ts';
import { parityFaults } from './parity.ts';
import { endFault, endingFault, plainFaults } from './text-style.ts';
import type { Reference } from '../reference.ts';
import type { Vendor } from '../vendors.ts';

/** A text in every language with its field; `phrase` if it takes no full stop. */
interface Text {
  field: string;
  text: Record<Locale, string>;
  phrase: boolean;
  /** Codes that the text is about. */
  own: number[];
}

/** Every text of a product that readers see */
export function vendorTexts(vendor: Vendor): Text[] {
  const codes = (...own: (number | string | undefined)[]) => own.filter((one) => typeof one === 'number');
  return [
    { field: 'summary', text: vendor.summary, phrase: false, own: [] },
    ...vendor.sends.map(({ when, code }, index) => ({
      field: `sends[${index}].when`,
      text: when,
      phrase: true,
      own: codes(code),
    })),
    ...vendor.through.map(({ text, in: from, out }, index) => ({
      field: `through[${index}].text`,
      text,
      phrase: false,
      own: codes(...(from ?? []), out),
    })),
    ...vendor.behaviour.map(({ text }, index) => ({ field: `behaviour[${index}].text`, text, phrase: false, own: [] })),
    ...(vendor.notSent ?? []).map(({ why, code }, index) => ({
      field: `notSent[${index}].why`,
      text: why,
      phrase: true,
      own: codes(code),
    })),
    ...vendor.limits.map((text, index) => ({ field: `limits[${index}]`, text, phrase: false, own: [] })),
  ];
}

/**
 * What no schema can see: codes against the registry, repositories that places name, rows given twice, language.
 *
 * @param label how the content folder is called in messages
 * @returns one problem per fault
 */
export function vendorProblems(vendor: Vendor, reference: Reference, label = 'content'): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const report = (field: string, message: string) =>
    problems.push({ file: `${label}/vendors/${vendor.id}.yaml`, field, message });
  const registered = new Set(reference.registry.codes.map(({ code }) => code));

  const checkCode = (
    field: string,
    { code, unregistered }: { code: number | string; unregistered?: true | undefined },
  ) => {
    if (typeof code !== 'number') return;
    if (registered.has(code) && unregistered)
      report(`${field}.unregistered`, `is set, but ${code} is registered. Remove it`);
    if (!registered.has(code) && !unregistered)
      report(`${field}.code`, `is ${code}, which is not registered. Correct it, or add "unregistered: true"`);
  };
  const checkPlace = (field: string, place: string) => {
    const key = /^([a-z-]+): /.exec(place)?.[1] ?? 'main';
    if (!(key in vendor.sources))
      report(
        field,
        `names the repository ${key}; expected one of sources: ${Object.keys(vendor.sources).join(', ')}. Correct it, or add the repository there`,
      );
  };
  const checkTwice = (field: string, keys: (number | string)[]) => {
    for (const key of new Set(keys.filter((key, index) => keys.indexOf(key) !== index)))
      report(field, `has a row for ${key} twice. Remove one`);
  };

  vendor.sends.forEach((one, index) => {
    checkCode(`sends[${index}]`, one);
    checkPlace(`sends[${index}].source`, one.source);
  });
  for (const field of ['through', 'behaviour'] as const)
    vendor[field].forEach(({ sources }, index) =>
      sources.forEach((place, at) => checkPlace(`${field}[${index}].sources[${at}]`, place)),
    );
  if (vendor.tables)
    for (const [name, { file, rows }] of Object.entries(vendor.tables)) {
      checkPlace(`tables.${name}.file`, file);
      rows.forEach((row, index) => checkCode(`tables.${name}.rows[${index}]`, row));
      checkTwice(
        `tables.${name}.rows`,
        rows.map((row) => (name === 'sipToCause' ? row.code : row.cause)),
      );
    }
  vendor.notSent?.forEach((one, index) => {
    checkCode(`notSent[${index}]`, one);
    checkPlace(`notSent[${index}].source`, one.source);
    if (vendor.sends.some(({ code }) => code === one.code))
      report(`notSent[${index}].code`, `is ${one.code}, which is listed in sends too. Remove one`);
  });
  if (vendor.wording) {
    checkPlace('wording.file', vendor.wording.file);
    vendor.wording.rows.forEach((row, index) => checkCode(`wording.rows[${index}]`, row));
  }

  for (const { field, text, phrase, own } of vendorTexts(vendor))
    for (const locale of LOCALES) {
      const faults = [
        ...(locale === DEFAULT_LOCALE ? [] : parityFaults(text[DEFAULT_LOCALE], text[locale], locale, own)),
        ...plainFaults(text[locale], locale),
        endFault(text[locale], !phrase, locale),
        endingFault(field, text[locale], locale),
      ];
      for (const fault of faults) if (fault) report(`${field}.${locale}`, fault);
    }
  return problems;
}
