import { messages } from '../../i18n/index.ts';
import { codePlace, roundTrip, sendsByCode, type Send, type Vendor } from '../../schema/vendors.ts';
import type { Site } from '../data.ts';
import { paths } from '../paths.ts';
import { failoverRows } from '../see-links.ts';
import * as md from './markdown-parts.ts';

/** The page of a product as Markdown */
export function productMarkdown(vendor: Vendor, all: Pick<Site, 'content'>, context: md.MarkdownContext): string {
  const { locale } = context;
  const { ui, vendors: words } = messages(locale);
  const places = (all: readonly string[]) => {
    const links = all.map((at) => {
      const { label, url } = codePlace(vendor, at);
      return md.link(label, url);
    });
    return md.bracketed(links.join(', '), locale);
  };
  const settings = (all: Send['settings']) =>
    (all ?? []).map((one) => ` \`${one.name}\`${md.text(words.settingNote(one.in, one.default))}`).join(words.comma);
  const statements = (all: readonly (Vendor['behaviour'][number] & { in?: number[]; out?: number })[]) =>
    md.bullets(
      all.map((one) => {
        const head = one.in && one.out ? `**${one.in.join(', ')} → ${one.out}** ` : '';
        return `${head}${md.text(one.text[locale])}${settings(one.settings)}${places(one.sources)}`;
      }),
    );
  const sends = [...sendsByCode(vendor)].map(([code, cases]) =>
    [
      `### ${code}`,
      md.bullets(
        cases.map((one) => {
          const local = one.local ? `${words.localPrefix} ` : '';
          const phrases = one.phrases ? ` ${one.phrases.map((phrase) => `“${md.text(phrase)}”`).join(', ')}` : '';
          return `${local}${md.text(one.when[locale])}${phrases}${settings(one.settings)}${places([one.source])}`;
        }),
      ),
    ].join('\n\n'),
  );
  const { tables } = vendor;
  const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  const key = (value: number | string) => (typeof value === 'number' ? String(value) : words.others(value));
  const toCause = tables?.sipToCause.rows.map((one) => {
    const back = typeof one.code === 'number' ? (roundTrip(vendor, one.code)?.code.code ?? '') : '';
    return row(key(one.code), one.cause, `\`${one.name}\``, back, places([`${tables.sipToCause.file}:${one.line}`]));
  });
  const toCode = tables?.causeToSip.rows.map((one) =>
    row(key(one.cause), one.name ? `\`${one.name}\`` : '', one.code, places([`${tables.causeToSip.file}:${one.line}`])),
  );
  const failover = failoverRows(vendor, all).map(({ id, who }) =>
    md.pageLink(who!, `${paths.context(locale, 'failover')}#${id}`, context),
  );
  const table = (head: string[], rows: string[] | undefined) =>
    rows ? [row(...head), row(...head.map(() => '---')), ...rows].join('\n') : '';
  return md.page(
    [
      `# ${md.text(words.title(vendor.name))}`,
      md.text(vendor.summary[locale]),
      `${words.versionLine(vendor.sources.main.version, vendor.sources.main.date)} · ${md.text(vendor.part)}`,
      words.notRun,
      md.section(words.sends, ...sends),
      md.section(words.through, statements(vendor.through)),
      md.section(
        words.sipToCause,
        table([words.incoming, words.cause, words.name, words.outgoing, words.source], toCause),
      ),
      md.section(words.causeToSip, table([words.cause, words.name, words.code, words.source], toCode)),
      md.section(words.behaviour, statements(vendor.behaviour)),
      failover.length > 0 ? words.failover + failover.join(words.comma) : '',
      md.section(
        words.notSent,
        md.bullets(
          (vendor.notSent ?? []).map((one) => `**${one.code}** ${md.text(one.why[locale])}${places([one.source])}`),
        ),
      ),
      md.section(
        words.wording,
        md.bullets(
          (vendor.wording?.rows ?? []).map(
            ({ code, phrase, line }) => `**${code}** ${md.text(phrase)}${places([`${vendor.wording!.file}:${line}`])}`,
          ),
        ),
      ),
      md.section(words.limits, md.bullets(vendor.limits.map((one) => md.text(one[locale])))),
      md.section(
        words.read,
        md.bullets(
          Object.values(vendor.sources).map(
            ({ repo, commit, date, version }) =>
              `${md.link(repo, `https://github.com/${repo}/tree/${commit}`)} · ${words.versionLine(version, date)} · ${words.commit}${ui.colon}${commit.slice(0, 10)}`,
          ),
        ),
      ),
    ],
    paths.vendor(locale, vendor.id),
    vendor.updated,
    context,
  );
}
