import { messages } from '../../i18n/index.ts';
import { perLocale, type Locale } from '../../locales.ts';
import { pairUpdated, type Comparison } from '../../model/compare/compare.ts';
import { pstnIn, pstnOut, type PstnOut } from '../../model/facts/facts.ts';
import { factRows } from '../../model/facts/rows.ts';
import { wireText } from '../../model/ladder/wire-message.ts';
import { newestOf } from '../../schema/changes.ts';
import type { Code, Content } from '../../schema/content.ts';
import { contextsOf } from '../../schema/contexts.ts';
import type { Entry } from '../../schema/index.ts';
import { symptomsWith } from '../../schema/symptoms.ts';
import { speaksOf } from '../../schema/vendors.ts';
import { csvLine } from '../csv.ts';
import type { Site } from '../data.ts';
import { leadText, pairLead } from '../pair-page.ts';
import { apiPaths, paths } from '../paths.ts';
import { citation, citations, head, ladderOf, pagesOf, type Address } from './api-parts.ts';
import { GLOSSED, type ApiCode, type ApiCodes, type ApiPairs } from './code-schemas.ts';

// What the files about codes hold.

/** What the schema of a language calls an entry: its gloss first, in languages that have one */
const textOf = ({ gloss, ...text }: Entry) => ({ ...(gloss === undefined ? {} : { gloss }), ...text });

/** The facts of a code in words, as its page shows them */
const rowsOf = (code: Code, content: Content): ApiCode['rows'] =>
  factRows(code, content).map((row) => ({
    key: row.key,
    label: perLocale((locale) => messages(locale).fact(row, content.reference).label),
    value: perLocale((locale) => messages(locale).fact(row, content.reference).value),
    sources: citations(row.sources),
    judgement: row.judgement,
  }));

function causesSent(out: PstnOut): number[] {
  if (out.kind === 'by-warning') return [...out.causes];
  return 'cause' in out ? [out.cause] : [];
}

/** The content of `/api/sip/NNN.json` */
export function apiCodeOf(code: Code, { content, vendors }: Site, at: Address): ApiCode {
  const group = content.reference.classes[code.responseClass - 1]!;
  const out = pstnOut(code, content);
  return {
    ...head('code', at),
    code: code.number,
    phrase: code.phrase,
    class: { digit: group.digit, phrase: group.phrase, title: group.title },
    final: code.final,
    deprecated: code.deprecated ?? false,
    urls: {
      ...pagesOf((locale) => paths.code(locale, code.number), at),
      pairs: at(apiPaths.pairs(code.number)),
    },
    facts: {
      nature: code.nature,
      methods: code.methods,
      methodsIn: citations(code.methodsIn),
      inDialogOnly: code.inDialogOnly ?? false,
      outsideDialogOnly: code.outsideDialogOnly ?? false,
      sentBy: code.sentBy,
      sentByIn: citations(code.sentByIn),
      local: code.local ? citation(code.local) : null,
      reach: code.reach,
      decidedBy: code.decidedBy,
      detailIn: code.detailIn
        ? {
            header: code.detailIn.header,
            in: code.detailIn.in ?? null,
            maybe: code.detailIn.maybe ?? false,
          }
        : null,
      retry: {
        action: code.retry.action,
        change: code.retry.change ?? [],
        sources: citations(code.retry.source),
      },
      lasts: code.lasts ? { how: code.lasts.how, sources: citations(code.lasts.source) } : null,
      fork: code.fork ? { as: code.fork.as, sources: citations(code.fork.source) } : null,
      dialog: code.dialog
        ? {
            ends: code.dialog.ends,
            sources: citations(code.dialog.source),
            endsCall: citations(code.dialog.endsCall),
            endsSubscription: citations(code.dialog.endsSubscription),
          }
        : null,
      checkedAt: code.checkedAt ? { uas: code.checkedAt.uas ?? null, proxy: code.checkedAt.proxy ?? null } : null,
      beforeAlerting: code.beforeAlerting ?? false,
      actor: code.actor ?? null,
      look: code.look ?? null,
      judgement: code.judgement,
    },
    rows: rowsOf(code, content),
    headers: code.headers.map(({ name, level, when, source }) => ({
      name,
      level,
      when: when ?? null,
      sources: citations(source),
    })),
    q850: { sent: out ? { kind: out.kind, causes: causesSent(out) } : null, received: pstnIn(code, content) },
    ladder: ladderOf(code.ladder, content),
    message: wireText(code, content),
    confusedWith: code.confused,
    introducedIn: code.introducedIn ?? null,
    products: vendors.filter((vendor) => speaksOf(vendor, code.number)).map(({ id }) => at(apiPaths.product(id))),
    contexts: contextsOf(content.contexts, code.number).map(([{ slug }]) => at(apiPaths.context(slug))),
    symptoms: symptomsWith(content.symptoms, code.number).map(({ name }) => at(apiPaths.symptom(name))),
    sources: {
      definedIn: citation(code.definedIn),
      meansIn: citations(code.meansIn),
      alsoIn: citations(code.alsoIn),
      updatedBy: citations(code.updatedBy),
    },
    texts: perLocale((locale) => textOf(code.text[locale])),
    reviewed: code.reviewed,
    updated: code.updated,
  };
}

/** The content of `/api/sip/codes.json` */
export function apiCodesOf(codes: Code[], at: Address): ApiCodes {
  return {
    ...head('codes', at),
    updated: newestOf(codes.map(({ updated }) => updated)),
    codes: codes.map((code) => ({
      code: code.number,
      phrase: code.phrase,
      class: code.responseClass,
      final: code.final,
      deprecated: code.deprecated ?? false,
      nature: code.nature,
      definedIn: code.definedIn,
      gloss: Object.fromEntries(GLOSSED.map((locale) => [locale, code.text[locale].gloss!])),
      summary: perLocale((locale) => code.text[locale].summary),
      urls: {
        ...pagesOf((locale) => paths.code(locale, code.number), at),
        api: at(apiPaths.code(code.number)),
        pairs: at(apiPaths.pairs(code.number)),
      },
      updated: code.updated,
    })),
  };
}

/** The columns of version 1, whose order stays; those of further languages come last. */
const CSV_COLUMNS = [
  ...['code', 'phrase', 'class', 'final', 'deprecated', 'nature', 'defined_in', 'gloss_ja', 'summary_en', 'summary_ja'],
  ...['url_en', 'url_ja', 'updated'],
];

/** The content of `/api/sip/codes.csv`: the fields of `codes.json`, by RFC 4180 */
export function apiCsvOf(codes: Code[], at: Address): string {
  const columns = (name: string, values: Record<string, string>) =>
    Object.entries(values).map(([locale, value]): [string, string] => [`${name}_${locale}`, value]);
  const rows = apiCodesOf(codes, at).codes.map((one) => {
    const { code, phrase, final, deprecated, nature, definedIn, gloss, summary, urls, updated } = one;
    const texts = [
      ...columns('gloss', gloss),
      ...columns('summary', summary),
      ...columns(
        'url',
        perLocale((locale) => urls[locale]),
      ),
    ];
    return {
      code,
      phrase,
      class: one.class,
      final,
      deprecated,
      nature,
      defined_in: definedIn,
      updated,
      ...Object.fromEntries(texts),
    };
  });
  const further = Object.keys(rows[0] ?? {}).filter((name) => !CSV_COLUMNS.includes(name));
  const head = [...CSV_COLUMNS, ...further];
  return [head, ...rows.map((row) => head.map((name) => (row as Record<string, string | number | boolean>)[name]!))]
    .map(csvLine)
    .join('');
}

/**
 * @param code one of the two codes
 * @param comparisons its comparisons, in the order wanted
 * @returns the content of `/api/sip/NNN/pairs.json`
 */
export function apiPairsOf(
  code: Code,
  comparisons: Comparison[],
  content: Pick<Content, 'reference'>,
  at: Address,
): ApiPairs {
  const lead = (comparison: Comparison, locale: Locale) =>
    leadText(pairLead(comparison, messages(locale), content), locale);
  return {
    ...head('pairs', at),
    code: code.number,
    phrase: code.phrase,
    updated: newestOf(comparisons.map(pairUpdated)),
    pairs: comparisons.map((comparison) => ({
      key: comparison.key,
      a: comparison.a.number,
      b: comparison.b.number,
      other: comparison.a.number === code.number ? comparison.b.number : comparison.a.number,
      tier: comparison.tier,
      lead: perLocale((locale) => lead(comparison, locale)),
      fork: { winner: comparison.fork.winner, sent: comparison.fork.sent },
      urls: pagesOf((locale) => paths.pair(locale, comparison.a.number, comparison.b.number), at),
      api: comparison.note ? at(apiPaths.comparison(comparison.key)) : null,
      updated: pairUpdated(comparison),
    })),
  };
}
