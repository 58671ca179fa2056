import { z } from 'astro/zod';
import type { Locale } from '../locales.ts';
import { languageKeys } from './fields.ts';
import type { Reference } from './reference.ts';

/**
 * What a product sends, as its source code says it: `content/vendors/NAME.yaml`, one file per product, whose name is
 * the last part of the page's address. Every line names the place in the source where it can be checked.
 */

const text = z.string().min(3, { error: (issue) => `is ${JSON.stringify(issue.input)}; expected a text. Write it` });
/** A name, shown as it is. */
const plain = z
  .string()
  .min(2)
  .regex(/^[^<>{}\n]*$/, {
    error: (issue) => `is ${JSON.stringify(issue.input)}; expected plain text in one line. Correct it`,
  });
const texts = z.strictObject(languageKeys(text));

/** A response code as a number: registered, unregistered (477) or never on the wire (904). */
const code = z
  .int({ error: (issue) => `is ${JSON.stringify(issue.input)}; expected a code, a number from 100 to 999. Correct it` })
  .min(100)
  .max(999);
const marked = {
  /** Only for codes that the IANA registry lacks; the content check compares. */
  unregistered: z.literal(true).optional(),
};

const PLACE = /^(?:([a-z][a-z-]*): )?([\w.+-]+(?:\/[\w.+-]+)*\.\w+):([1-9]\d*)$/;
const FILE = /^(?:([a-z][a-z-]*): )?([\w.+-]+(?:\/[\w.+-]+)*\.\w+)$/;
/** `FILE:LINE`, or `KEY: FILE:LINE` for a repository other than `main`. */
export const place = z
  .string({ error: 'is missing; expected FILE:LINE such as error.c:66. Add the place that shows it' })
  .regex(PLACE, {
    error: (issue) =>
      `is ${JSON.stringify(issue.input)}; expected FILE:LINE such as error.c:66, with "KEY: " before it if not of main. Add the place`,
  });
const file = z.string().regex(FILE, {
  error: (issue) =>
    `is ${JSON.stringify(issue.input)}; expected a file, with "KEY: " before it if not of main. Correct it`,
});
const line = z.int().min(1);

/** A configuration option: its name, the section or module that it belongs to, and the default of the source. */
const settings = z
  .array(z.strictObject({ name: plain, in: plain, default: z.string().min(1).optional() }))
  .min(1)
  .optional();

/** YAML reads 2026-11-24 as a date; in the model it is the text again. */
const day = z.union([z.iso.date(), z.date().transform((date) => date.toISOString().slice(0, 10))]);

export const repository = z.strictObject({
  repo: z.string().regex(/^[\w-]+\/[\w.-]+$/, { error: 'is no OWNER/NAME of a repository. Correct it' }),
  branch: z.string().min(1),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}$/, { error: 'is no full commit; expected 40 digits 0-9 a-f. Copy all of it' }),
  date: day,
  version: z.string().min(1),
});

const send = z.strictObject({
  code,
  /** The situation, as a phrase without full stop; in Japanese it ends in 場合. */
  when: texts,
  settings,
  /** Reason phrases on the wire where they differ from the registered one. */
  phrases: z.array(z.string().min(1)).min(1).optional(),
  /** Made up inside the product: no peer sent it. */
  local: z.literal(true).optional(),
  ...marked,
  source: place,
});
export type Send = z.output<typeof send>;

const statement = {
  text: texts,
  settings,
  sources: z.array(place).min(1),
};

/** One code or several; a list in the model. */
const codes = z
  .union([code, z.array(code).min(2)])
  .transform((one) => [one].flat())
  .optional();

/** In `sipToCause`, `4xx` means the codes of a class without a row, `other` for all that is left. */
const toCause = z.strictObject({
  code: z.union([code, z.enum(['4xx', '5xx', '6xx', 'other'])]),
  cause: z.int().min(0),
  name: z.string().regex(/^[A-Z_]+$/),
  /** The name used in the line, if the product has two for the cause. */
  alias: z
    .string()
    .regex(/^[A-Z_]+$/)
    .optional(),
  line,
  ...marked,
});
const toCode = z.strictObject({
  cause: z.union([z.int().min(0), z.literal('other')]),
  name: z
    .string()
    .regex(/^[A-Z_]+$/)
    .optional(),
  alias: z
    .string()
    .regex(/^[A-Z_]+$/)
    .optional(),
  code,
  line,
  ...marked,
});
export type ToCause = z.output<typeof toCause>;
export type ToCode = z.output<typeof toCode>;

export const vendorSchema = z.strictObject({
  name: plain,
  /** Modules that were read. */
  part: plain,
  /** For the overview, and the description of the page. */
  summary: texts,
  /** Repositories that were read; `main` is the product's own. */
  sources: z.object({ main: repository }).catchall(repository),
  /** What it generates, the most telling case of a code first. */
  sends: z.array(send).min(1),
  /** What becomes of a code on its way through; a user agent has no such way. */
  through: z.array(z.strictObject({ in: codes, out: code.optional(), ...statement })).default([]),
  tables: z
    .strictObject({
      sipToCause: z.strictObject({ file, rows: z.array(toCause).min(1) }),
      causeToSip: z.strictObject({ file, rows: z.array(toCode).min(1) }),
    })
    .optional(),
  /** What it does with codes that it receives for its own requests. */
  behaviour: z.array(z.strictObject(statement)).default([]),
  /** Codes that people look for in this product in vain. */
  notSent: z.array(z.strictObject({ code, why: texts, ...marked, source: place })).optional(),
  /** Phrases of its own table that differ from the registered ones. */
  wording: z
    .strictObject({ file, rows: z.array(z.strictObject({ code, phrase: z.string().min(1), line, ...marked })).min(1) })
    .optional(),
  /** What was not read or not traced. */
  limits: z.array(texts).min(1),
  /** Last change of what a reader sees. */
  updated: day,
});

/** A product with the name of its file, which is the last part of its address. */
export type Vendor = z.output<typeof vendorSchema> & { id: string };

/** A place in a source file, ready to be linked. */
export interface CodePlace {
  /** `https://github.com/OWNER/REPO/blob/COMMIT/FILE#LNN` */
  url: string;
  /** `chan_pjsip.c:2576`: file name without folders, and line. */
  label: string;
}

/**
 * @param place `FILE:LINE`, or `KEY: FILE:LINE`
 * @returns the link to that line at the commit that was read
 * @throws Error if the place has another form or its key is not in `sources` (the content check finds both)
 */
export function codePlace(vendor: Vendor, place: string): CodePlace {
  const [, key = 'main', path, number] = PLACE.exec(place) ?? [];
  const source = vendor.sources[key];
  if (!source || !path) throw new Error(`${vendor.id}: no source for "${place}"`);
  return {
    url: `https://github.com/${source.repo}/blob/${source.commit}/${path}#L${number}`,
    label: `${path.split('/').at(-1)}:${number}`,
  };
}

/** What the product sends, by code in ascending order; within a code as in the file */
export function sendsByCode(vendor: Vendor): Map<number, Send[]> {
  const byCode = new Map<number, Send[]>();
  for (const one of [...vendor.sends].sort((left, right) => left.code - right.code))
    byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  return byCode;
}

/** The row that says which code the product writes for a cause; null without tables */
export const codeForCause = (vendor: Vendor, cause: number): ToCode | null => {
  const rows = vendor.tables?.causeToSip.rows ?? [];
  return rows.find((row) => row.cause === cause) ?? rows.find((row) => row.cause === 'other') ?? null;
};

/** What the two tables make of a failure response of the called side. */
export interface RoundTrip {
  cause: ToCause;
  code: ToCode;
}

/**
 * @param code a response of the called side
 * @returns the cause that the product takes it for and the code that it writes for that cause; null without tables,
 *   and for codes below 400, which are no failure (a 3xx is followed before any table is asked)
 */
export function roundTrip(vendor: Vendor, code: number): RoundTrip | null {
  if (!vendor.tables || code < 400 || code > 699) return null;
  const find = (key: ToCause['code']) => vendor.tables!.sipToCause.rows.find((row) => row.code === key);
  const cause = find(code) ?? find(`${Math.floor(code / 100)}xx` as ToCause['code']) ?? find('other');
  const back = cause && codeForCause(vendor, cause.cause);
  return cause && back ? { cause, code: back } : null;
}

/** Whether a product sends a code, or says what becomes of it */
export const speaksOf = (vendor: Vendor, code: number): boolean =>
  vendor.sends.some((one) => one.code === code) || roundTrip(vendor, code) !== null;

/** A setting, with everything that it governs. */
export interface SettingUse {
  name: string;
  in: string;
  default: string | undefined;
  codes: number[];
}

/** Every setting that a line of `sends` names, by name, with the codes that it governs */
export function settingsOf(vendor: Vendor): SettingUse[] {
  const all = new Map<string, SettingUse>();
  for (const { code, settings: named } of vendor.sends)
    for (const { name, in: section, default: preset } of named ?? []) {
      const key = `${name} ${section}`;
      const use = all.get(key) ?? { name, in: section, default: preset, codes: [] };
      if (!use.codes.includes(code)) use.codes.push(code);
      use.default ??= preset;
      all.set(key, use);
    }
  return [...all.values()].sort((left, right) => (left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1));
}

/** The name of a Q.850 cause, or null if the number has no meaning there (a product's own number) */
export const q850Name = (reference: Reference, cause: number, locale: Locale): string | null => {
  const entry = reference.q850.causes.find((one) => one.cause === cause);
  return entry ? entry.name[locale] : null;
};
