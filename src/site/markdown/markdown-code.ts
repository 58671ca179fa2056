import { messages } from '../../i18n/index.ts';
import { locales } from '../../locales.ts';
import { factRows } from '../../model/facts/rows.ts';
import { wireText } from '../../model/ladder/wire-message.ts';
import type { Code } from '../../schema/content.ts';
import { contextName, contextsOf, examplesFor } from '../../schema/contexts.ts';
import { symptomsWith } from '../../schema/symptoms.ts';
import { codePlace, roundTrip } from '../../schema/vendors.ts';
import type { Site } from '../data.ts';
import { absolute, paths } from '../paths.ts';
import * as md from './markdown-parts.ts';

/** What the products do with the code: every case, each with its line of source code */
function products({ number }: Code, { vendors }: Site, context: md.MarkdownContext): string {
  const { locale } = context;
  const words = messages(locale).vendors;
  return md.bullets(
    vendors.flatMap((vendor) => {
      const place = (at: string) => {
        const { label, url } = codePlace(vendor, at);
        return md.link(label, url);
      };
      const name = `${md.pageLink(vendor.name, paths.vendor(locale, vendor.id), context)}: `;
      const trip = roundTrip(vendor, number);
      return [
        ...vendor.sends
          .filter(({ code }) => code === number)
          .map(
            (one) =>
              `${name}${one.local ? `${words.localPrefix} ` : ''}${md.text(one.when[locale])}${md.bracketed(place(one.source), locale)}`,
          ),
        ...(trip
          ? [
              `${name}${words.received(trip.cause.cause, trip.code.code)}${md.bracketed(place(`${vendor.tables!.sipToCause.file}:${trip.cause.line}`), locale)}`,
            ]
          : []),
      ];
    }),
  );
}

/**
 * @param code what the page is about
 * @param body the text below the fields of its entry, in MDX; empty if it has none
 * @returns the page of a code as Markdown
 */
export function codeMarkdown(code: Code, body: string, site: Site, context: md.MarkdownContext): string {
  const { locale, origin } = context;
  const { content } = site;
  const words = messages(locale);
  const { ui, labels } = words;
  const text = code.text[locale];
  const list = (items: readonly string[]) => items.map(md.text);
  const joint = locales[locale].listJoint;
  const facts = factRows(code, content).map((row) => {
    const { label, value } = words.fact(row, content.reference);
    const mark = row.judgement ? { mark: ui.judgement } : {};
    return `**${label}**${ui.colon}${md.statement({ text: value.join(joint), sources: row.sources, ...mark }, locale)}`;
  });
  const contexts = contextsOf(content.contexts, code.number).map(([one, entries]) => {
    const seen = [...new Set(entries.flatMap((entry) => examplesFor(entry, code.number)))].join(', ');
    const name = md.pageLink(contextName(one, locale), paths.context(locale, one.slug), context);
    return seen ? `${name}${ui.colon}${md.text(seen)}` : name;
  });
  // What leads to other pages says nothing in a file that has them all, without addresses.
  const elsewhere = (text: string): string => (context.together ? '' : text);
  // The only component of an entry is its citation; its links are relative to its page.
  const page = absolute(paths.code(locale, code.number), origin);
  const depth = body
    .replace(/<Cite of="([^"]+)" \/>/g, (_, source: string) => `(${md.cited([source], locale)})`)
    .replace(/\]\((?!https?:)([^)]+)\)/g, (_, path: string) => `](${new URL(path, page).href})`);
  return md.page(
    [
      `# ${code.number} ${md.text(code.phrase)}${text.gloss ? ` (${md.text(text.gloss)})` : ''}`,
      md.text(text.summary),
      `**${ui.isFault}** ${ui.states[code.nature]}${ui.colon}${md.text(text.nature)}${code.deprecated ? ` (${ui.deprecated})` : ''}`,
      md.section(ui.description, md.text(text.description)),
      md.section(ui.when, md.bullets(list(text.seenWhen))),
      md.section(ui.fix, md.numbered(list(text.howToFix))),
      md.section(
        ui.producedBy,
        md.bullets(text.producedBy.map(({ role, tell }) => `**${labels.role[role]}**${ui.colon}${md.text(tell)}`)),
      ),
      md.section(ui.facts, md.bullets(facts)),
      md.section(ui.ladder, md.ladder(code.ladder, content, locale)),
      md.section(ui.wire, ...[wireText(code, content) ?? []].flat().map((message) => md.block(message.split('\n')))),
      md.section(ui.inDepth, depth.trim()),
      md.section(words.vendors.section, elsewhere(products(code, site, context))),
      md.section(words.contexts.onCodePage, elsewhere(md.bullets(contexts))),
      md.section(ui.ask, md.bullets(list(text.askFor))),
      md.section(ui.toSend, md.text(text.toSend)),
      md.section(
        ui.confused,
        elsewhere(
          md.bullets(
            code.confused.map((other) => {
              const [a, b] = content.codes.filter(({ number }) => number === code.number || number === other);
              return md.pageLink(words.titles.pairShort(a!, b!), paths.pair(locale, a!.number, b!.number), context);
            }),
          ),
        ),
      ),
      md.section(
        words.symptoms.onCodePage,
        elsewhere(
          md.bullets(
            symptomsWith(content.symptoms, code.number).map((symptom) =>
              md.pageLink(symptom.text[locale].title, paths.symptom(locale, symptom.name), context),
            ),
          ),
        ),
      ),
      md.section(ui.sources, md.cited([code.definedIn, ...code.alsoIn, ...code.updatedBy], locale)),
      `${ui.reviewed}${ui.colon}${code.reviewed}`,
    ],
    paths.code(locale, code.number),
    code.updated,
    context,
  );
}
