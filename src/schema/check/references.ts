import type { CheckSource, Code, RawContent, Report } from '../content.ts';
import { contradictions, repeated, uniqueKeys } from './contradictions.ts';
import { glossaryProblems } from '../glossary.ts';
import { searchWordProblems } from '../names.ts';
import { summaryProblems } from '../rfcs.ts';
import { factSources, type Facts } from '../code-facts.ts';
import { parseSource } from '../citation.ts';
import type { Ladder } from '../ladder.ts';
import type { Reference } from '../reference.ts';
import { tableTextProblems } from './texts.ts';
import { tableCitations, tableCodes } from '../tables.ts';

// Rules between files: citations resolve, codes are registered, header fields are known, ladders can happen.

/** The check of citations against the table of RFCs */
export function sourceCheck(reference: Reference, label: string, report: Report): CheckSource {
  const sections = new Map(reference.rfcs.map((rfc) => [rfc.number, new Set(rfc.sections)]));
  return (file, field, cited) => {
    const { rfc, section } = parseSource(cited);
    const known = sections.get(rfc);
    if (!known)
      report(
        file,
        field,
        `cites RFC ${rfc}, which ${label}/reference/rfcs.yaml lacks. Correct the number, or add the RFC with its sections`,
      );
    else if (!known.has(section))
      report(
        file,
        field,
        `cites RFC ${rfc} §${section}, which does not exist. Correct the section; ${label}/reference/rfcs.yaml lists them`,
      );
  };
}

/** Reports what is wrong in the facts of one code. */
export function checkFacts(
  { file, folder, data }: RawContent['facts'][number],
  { reference, registered, label }: { reference: Reference; registered: Map<number, string>; label: string },
  report: Report,
  checkSource: CheckSource,
): void {
  if (String(data.code) !== folder)
    report(file, 'code', `is ${data.code}, but the folder is ${folder}. Make them equal`);
  const phrase = registered.get(data.code);
  const spelled = data.deprecated ? `${data.phrase} (Deprecated)` : data.phrase;
  if (phrase === undefined)
    report(
      file,
      'code',
      `${data.code} is not in ${label}/reference/registry.yaml. Unregistered codes have no folder here. Remove the folder, or correct the number`,
    );
  else if (phrase !== spelled)
    report(file, 'phrase', `is "${spelled}"; the registry has "${phrase}". Spell it as registered`);
  for (const [field, cited] of factSources(data)) checkSource(file, field, cited);
  for (const other of data.confusedWith)
    if (other === data.code || !registered.has(other))
      report(file, 'confusedWith', `names ${other}; expected another registered code. Correct it`);
  for (const header of data.headers)
    if (!(header.name in reference.headers))
      report(
        file,
        'headers',
        `names ${header.name}, which ${label}/reference/headers.yaml lacks. Correct the spelling, or add it there`,
      );
  if (data.detailIn && !(data.detailIn.header in reference.headers))
    report(
      file,
      'detailIn',
      `names ${data.detailIn.header}, which ${label}/reference/headers.yaml lacks. Correct the spelling, or add it there`,
    );
  const changes = data.retry.action === 'modified' || data.retry.action === 'elsewhere';
  if (data.retry.change && !changes)
    report(
      file,
      'retry.change',
      `is given, but retry.action is ${data.retry.action}. Only "modified" and "elsewhere" change something. Remove it`,
    );
  if (!data.retry.change && data.retry.action === 'modified')
    report(file, 'retry.change', 'is missing; expected what has to be modified. Add it');
  if (data.retry.source.length === 0 && !data.judgement.includes('retry'))
    report(
      file,
      'retry.source',
      'is missing; expected one citation or more. Add the section, or add "retry" to judgement where no text says it',
    );
  if (data.beforeAlerting && Object.values(reference.q850.causeToSip).includes(data.code))
    report(
      file,
      'beforeAlerting',
      'is given, but a gateway sends the code when the telephone network releases the call, which may have rung before (RFC 3398 §7.2.4.1). Remove it',
    );
  for (const [field, message] of contradictions(data)) report(file, field, message);
  if (data.introducedIn && !reference.rfcs.some(({ number }) => number === data.introducedIn))
    report(file, 'introducedIn', `is ${data.introducedIn}, which ${label}/reference/rfcs.yaml lacks. Correct it`);
  checkLadder(data.ladder, registered, (message) => report(file, 'ladder', message));
  checkShown(data, (message) => report(file, 'ladder', message));
}

/** Reports registered codes without a folder. */
export function checkFolders(folders: string[], registered: Map<number, string>, label: string, report: Report): void {
  for (const [code, phrase] of registered)
    if (!folders.includes(String(code)))
      report(
        `${label}/codes/${code}`,
        '',
        `is missing; the registry has ${code} ${phrase}. Add the folder with facts.yaml, en.mdx and ja.mdx`,
      );
}

/** Reports what is wrong between the reference tables, and between them and the codes. */
export function checkReference(
  reference: Reference,
  codes: Code[],
  registered: Map<number, string>,
  label: string,
  report: Report,
  checkSource: CheckSource,
): void {
  reference.names.names.forEach((one, index) => {
    checkSource(`${label}/reference/names.yaml`, `names[${index}].source`, one.source);
    if (!registered.has(one.code))
      report(
        `${label}/reference/names.yaml`,
        `names[${index}].code`,
        `is ${one.code}, which is not a registered code. Correct it`,
      );
  });

  for (const code of reference.home.codes)
    if (!registered.has(code))
      report(`${label}/reference/home.yaml`, 'codes', `names ${code}, which is not registered. Correct it`);
  for (const key of reference.home.pairs) {
    const [a, b] = key.split('-vs-').map(Number) as [number, number];
    if (a >= b || !registered.has(a) || !registered.has(b))
      report(
        `${label}/reference/home.yaml`,
        'pairs',
        `names ${key}; expected two registered codes, lower first. Correct it`,
      );
  }
  for (const [name, header] of Object.entries(reference.headers))
    for (const cited of [header.source, ...(header.range?.source ?? [])])
      checkSource(`${label}/reference/headers.yaml`, name, cited);
  for (const { id, source } of reference.glossary)
    for (const cited of source) checkSource(`${label}/reference/glossary.yaml`, id, cited);
  for (const [field, message] of glossaryProblems(reference.glossary, registered))
    report(`${label}/reference/glossary.yaml`, field, message);
  for (const [field, message] of searchWordProblems(reference['search-words']))
    report(`${label}/reference/search-words.yaml`, field, message);
  const whole = [...registered.keys()].every((number) => codes.some((code) => code.number === number));
  for (const [field, message] of summaryProblems(reference, codes, whole))
    report(`${label}/reference/rfc-summaries.yaml`, field, message);
  for (const one of reference.classes)
    for (const cited of one.source) checkSource(`${label}/reference/classes.yaml`, String(one.digit), cited);
  const causes = new Set(reference.q850.causes.map((one) => one.cause));
  for (const [cause, code] of Object.entries(reference.q850.causeToSip))
    if (!causes.has(Number(cause)) || !registered.has(code))
      report(
        `${label}/reference/q850.yaml`,
        `causeToSip.${cause}`,
        `maps ${cause} to ${code}; expected a cause of the list above and a registered code. Correct it`,
      );
  for (const [code, cause] of Object.entries(reference.q850.sipToCause))
    if (!causes.has(cause) || !registered.has(Number(code)))
      report(
        `${label}/reference/q850.yaml`,
        `sipToCause.${code}`,
        `maps ${code} to ${cause}; expected a registered code and a cause of the list above. Correct it`,
      );
  reference.q850.rules.forEach((rule, index) => {
    for (const cause of rule.causes?.filter((one) => !causes.has(one)) ?? [])
      report(
        `${label}/reference/q850.yaml`,
        `rules[${index}].causes`,
        `has ${cause}; expected a cause of the list above. Correct it`,
      );
  });

  for (const [table, field, keys] of uniqueKeys(reference))
    for (const key of repeated(keys)) report(`${label}/reference/${table}.yaml`, field, `has ${key} twice. Remove one`);
  for (const { table, field, message } of tableTextProblems(reference))
    report(`${label}/reference/${table}.yaml`, field, message);

  const tableFile = (table: string) => `${label}/reference/${table}.yaml`;
  const { q850, reason, warnings, unregistered, metrics } = reference;
  for (const { table, field, cited } of tableCitations({ q850, reason, warnings, unregistered, metrics }))
    checkSource(tableFile(table), field, cited);
  for (const { table, field, code } of tableCodes(reference))
    if (!registered.has(code)) report(tableFile(table), field, `names ${code}; expected a registered code. Correct it`);
  for (const { code } of unregistered)
    if (registered.has(code))
      report(
        tableFile('unregistered'),
        String(code),
        `is registered. Give it a folder in ${label}/codes/ and remove it here`,
      );
}

/** Reports a ladder that cannot happen. */
export function checkLadder(ladder: Ladder, registered: Map<number, string>, report: (message: string) => void): void {
  const parties: string[] = ladder.parties;
  const used = new Set<string>(
    ladder.steps.flatMap((step) => (step.kind === 'note' ? [step.at] : [step.from, step.to])),
  );
  for (const party of new Set(parties)) {
    if (!used.has(party)) report(`has the party ${party}, which takes no part. Remove it`);
    if (parties.filter((one) => one === party).length > 1) report(`has the party ${party} twice. Remove one`);
  }
  const asked = new Set<string>();
  let latest = 0;
  for (const step of ladder.steps) {
    if (Number(step.time ?? latest) < latest)
      report(`has ${step.time} s after ${latest} s; expected times in the order of the steps. Correct one of the two`);
    latest = Number(step.time ?? latest);
    for (const party of step.kind === 'note' ? [step.at] : [step.from, step.to])
      if (!parties.includes(party)) report(`uses the party ${party}, which is not in ladder.parties. Add it there`);
    if (step.kind === 'note') continue;
    if (step.from === step.to) report(`has a message from ${step.from} to itself. Correct one of the two`);
    if (step.code === null) {
      asked.add(`${step.from} ${step.to} ${step.method}`);
      continue;
    }
    if (!registered.has(step.code)) report(`has the response ${step.code}, which is not registered. Correct it`);
    if (!asked.has(`${step.to} ${step.from} ${step.method}`))
      report(
        `has ${step.code} ${step.method} from ${step.from} to ${step.to}, but no ${step.method} went the other way before. Add the request, or correct the response`,
      );
  }
}

/** Reports a ladder without the code that it belongs to. */
function checkShown(facts: Facts, report: (message: string) => void): void {
  const shown = facts.ladder.steps.some((step) => step.kind === 'message' && step.code === facts.code);
  const local = facts.ladder.steps.some((step) => step.kind === 'note' && step.note === 'local');
  if (!shown && !local) report(`never shows ${facts.code}. Add the message that carries it`);
}
