import { messages } from '../../i18n/index.ts';
import { locales } from '../../locales.ts';
import { pairUpdated, type Comparison } from '../../model/compare/compare.ts';
import type { Content } from '../../schema/content.ts';
import {
  citedIn,
  isSecondHand,
  type Context,
  type ContextEntryFacts,
  type ContextPage,
} from '../../schema/contexts.ts';
import type { Symptom } from '../../schema/symptoms.ts';
import { examplesOf } from '../../schema/contexts.ts';
import { contextJudgement } from '../context-judgement.ts';
import { pairPage } from '../pair-page.ts';
import type { Site } from '../data.ts';
import { paths } from '../paths.ts';
import { seeLinks } from '../see-links.ts';
import * as md from './markdown-parts.ts';

// Pages of a comparison, a symptom and a context as Markdown, from what the templates show.

/** The page of a comparison as Markdown */
export function pairMarkdown(comparison: Comparison, content: Content, context: md.MarkdownContext): string {
  const { locale } = context;
  const { a, b, note } = comparison;
  const words = messages(locale);
  const { ui, titles } = words;
  const page = pairPage(comparison, words, content);
  const statements = (all: Parameters<typeof md.statement>[0][]) =>
    md.bullets(all.map((one) => md.statement(one, locale)));
  const rows = comparison.rows.map((row) => {
    const said = (side: typeof row.a) => (side ? words.fact(side, content.reference).value.join('; ') : '–');
    const cell = (value: string) => md.text(value).replaceAll('|', '\\|');
    const label = words.fact((row.a ?? row.b)!, content.reference).label;
    return `| ${cell(label)} | ${cell(said(row.a))} | ${cell(said(row.b))} |`;
  });
  return md.page(
    [
      `# ${md.text(titles.pair(a, b))}`,
      page.lead.map((one) => md.statement(one, locale)).join('\n\n'),
      page.settledBy ? md.section(ui.settledBy, md.text(page.settledBy)) : '',
      md.section(ui.differences, statements(page.differences)),
      md.section(ui.received, md.text(page.received)),
      md.section(ui.toChoose, md.bullets(page.toSend.map(md.text))),
      page.example ? md.section(ui.example, md.text(page.example)) : '',
      md.section(ui.glance, [`| | ${a.number} | ${b.number} |`, '| --- | --- | --- |', ...rows].join('\n')),
      md.section(ui.together, statements(page.together)),
      md.section(ui.fork, statements([page.fork])),
      md.section(ui.network, statements(page.network)),
      ...[a, b].map((code) =>
        md.section(
          `${code.number} ${md.text(code.phrase)}`,
          md.text(code.text[locale].description),
          md.pageLink(ui.readMore(code.number), paths.code(locale, code.number), context),
        ),
      ),
      md.section(ui.sources, md.cited([a.definedIn, b.definedIn, ...(note?.sources ?? [])], locale)),
    ],
    paths.pair(locale, a.number, b.number),
    pairUpdated(comparison),
    context,
  );
}

/** The page of a symptom as Markdown */
export function symptomMarkdown(symptom: Symptom, all: Site, context: md.MarkdownContext): string {
  const { content } = all;
  const { locale } = context;
  const { ui, symptoms: words } = messages(locale);
  const text = symptom.text[locale];
  const causes = text.causes.map(
    ({ cause, tell }, index) =>
      `**${md.text(cause)}** ${words.tell} ${md.withSources(tell, symptom.causes[index]!, locale)}`,
  );
  const see = seeLinks(symptom.see, all, locale).map(({ label, path }) => md.pageLink(label, path, context));
  const codes = symptom.codes.map((number) => {
    const code = content.byNumber.get(number)!;
    return `${md.pageLink(`${number} ${code.phrase}`, paths.code(locale, number), context)}${ui.colon}${md.text(code.text[locale].summary)}`;
  });
  return md.page(
    [
      `# ${md.text(text.title)}`,
      md.text(text.summary),
      md.section(words.looksLike, md.text(text.looksLike), md.ladder(symptom.ladder, content, locale)),
      md.section(
        words.causes,
        words.causesHint,
        md.numbered(causes),
        see.length > 0 ? ui.seeAlso + ui.colon + see.join(locales[locale].listJoint) : '',
      ),
      md.section(words.ask, md.bullets(text.askFor.map(md.text))),
      md.section(words.codes, md.bullets(codes)),
      md.section(ui.sources, md.cited([...symptom.sources, ...symptom.causes.flat()], locale)),
      `${ui.reviewed}${ui.colon}${symptom.reviewed}`,
    ],
    paths.symptom(locale, symptom.name),
    symptom.updated,
    context,
  );
}

/** A page that was read; nobody is led to copies */
const pageLink = ({ title, url }: Pick<ContextPage, 'title' | 'url'>): string =>
  url ? md.link(title, url) : md.text(title);

/** What an entry of a context rests on, as links */
function entrySources(context: Context, entry: ContextEntryFacts, { locale }: md.MarkdownContext): string {
  const links = entry.sources.map((source) => {
    const found = citedIn(context, source)!;
    if (found.kind === 'rfc') return md.cited([found.source], locale);
    return found.kind === 'line' ? md.link(found.label, found.url) : pageLink(found.page);
  });
  const second = isSecondHand(entry, context) ? ` · ${messages(locale).contexts.onlySecondHand}` : '';
  return md.bracketed(`${links.join(', ')}${second}`, locale);
}

function contextEntry(of: Context, entry: ContextEntryFacts, columns: string[], context: md.MarkdownContext): string {
  const { locale } = context;
  const { ui, contexts: words } = messages(locale);
  const { text, tell, fix, cells = {} } = of.text[locale].entries[entry.id]!;
  const shown = examplesOf(entry);
  const named = (label: string, value: string) => `**${label}**${ui.colon}${value}`;
  const head = [entry.who ?? '', entry.codes.join(', ')].filter(Boolean).join(' · ');
  return [
    `${head ? `**${md.text(head)}** ` : ''}${md.text(text)}${entrySources(of, entry, context)}`,
    ...(shown.length > 0 ? [named(words.shown, shown.map((one) => `\`${one.replaceAll('`', "'")}\``).join(', '))] : []),
    ...columns.flatMap((key) => (cells[key] ? [named(of.text[locale].columns![key]!, md.text(cells[key]))] : [])),
    ...(entry.by ? [named(words.made, md.text(words.by[entry.by]))] : []),
    ...(tell ? [named(words.tell, md.text(tell))] : []),
    ...(fix ? [named(words.fix, md.text(fix))] : []),
  ].join('\n  - ');
}

/** The page of a context as Markdown */
export function contextMarkdown(of: Context, context: md.MarkdownContext): string {
  const { locale } = context;
  const { ui, contexts: words } = messages(locale);
  const text = of.text[locale];
  const wires = (entries: ContextEntryFacts[]) =>
    entries.flatMap(({ wire }) => (wire ? [md.block(wire.trim().split('\n'))] : []));
  const pages = Object.values(of.pages).map(({ title, url, copy, read, dated, secondHand }) => {
    const notes = [
      words.read(read),
      ...(dated ? [words.dated(dated)] : []),
      ...(secondHand ? [words.secondHand] : []),
      ...(copy ? [words.copy] : []),
    ];
    return `${pageLink({ title, url })} · ${notes.join(' · ')}`;
  });
  const repositories = Object.values(of.repositories).map(
    ({ repo, commit, date, version }) =>
      `${md.link(repo, `https://github.com/${repo}/tree/${commit}`)} · ${words.version(version, date, commit.slice(0, 10))}`,
  );
  return md.page(
    [
      `# ${md.text(text.title)}`,
      md.text(text.summary),
      md.section(words.origin, md.text(text.origin), md.text(contextJudgement(of, locale))),
      ...of.sections.map(({ id, columns = [], entries }) =>
        md.section(
          md.text(text.sections[id]!),
          md.bullets(entries.map((entry) => contextEntry(of, entry, columns, context))),
          ...wires(entries),
        ),
      ),
      md.section(words.limits, md.bullets((text.limits ?? []).map(md.text))),
      md.section(words.sources, md.bullets([...pages, ...repositories]), words.note),
      `${ui.reviewed}${ui.colon}${of.reviewed}`,
    ],
    paths.context(locale, of.slug),
    of.updated,
    context,
  );
}
