import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { problemLine, readContent } from '../schema/load.ts';
import { citedFiles, citationsOf, lostSections, obsoletedBy, obsoleteDifferences } from './citations.ts';
import { readRfcs } from './check-copies.ts';
import { licenceProblems } from './licences.ts';
import { fetchRegistry, registryDifference } from './registry.ts';

// `npm run drift`: what has changed in the world since the content was checked. One report; what could not be reached is
// said and counts as nothing. Ends with 1 only if something differs.

/** What one part found: lines that differ, and lines that only tell. */
interface Part {
  name: string;
  drift: string[];
  said: string[];
}

const { content, vendors, problems } = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!content) throw new Error(problems.map(problemLine).join('\n'));

async function registry(): Promise<Part> {
  const { codes, checked } = content!.reference.registry;
  try {
    const current = await fetchRegistry();
    return {
      name: 'Registry of response codes',
      drift: registryDifference(codes, current),
      said: [`${current.length} codes compared; last taken over on ${checked}`],
    };
  } catch (error) {
    return { name: 'Registry of response codes', drift: [], said: [`not reached: ${(error as Error).message}`] };
  }
}

/** Sections and what is obsolete, from the texts in RFC_TEXTS_DIR; beyond that, from the RFC Editor. */
async function rfcs(): Promise<Part> {
  const folder = process.env.RFC_TEXTS_DIR;
  const texts = new Map(
    folder && existsSync(folder) ? readRfcs(folder).map(({ name, text }) => [Number(name.slice(3, -4)), text]) : [],
  );
  const said = [
    `${citationsOf(content!).length} citations resolve in content/reference/rfcs.yaml`,
    texts.size > 0
      ? `${texts.size} texts of RFCs compared`
      : 'headings not compared: RFC_TEXTS_DIR names no folder with texts such as rfc3261.txt',
  ];
  const drift = [...lostSections(content!, texts), ...obsoleteDifferences(content!, obsoletedBy(texts))];
  const known = new Map<number, number[]>();
  try {
    for (const { number } of content!.reference.rfcs) {
      const response = await fetch(`https://www.rfc-editor.org/rfc/rfc${number}.json`, {
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`HTTP ${response.status} for RFC ${number}`);
      const { obsoleted_by: by } = (await response.json()) as { obsoleted_by?: string[] };
      if (by && by.length > 0)
        known.set(
          number,
          by.map((one) => Number(one.replace(/\D/g, ''))),
        );
    }
    said.push('what is obsolete compared with the RFC Editor');
  } catch (error) {
    said.push(`RFC Editor not reached: ${(error as Error).message}`);
  }
  return { name: 'RFCs', drift: [...drift, ...obsoleteDifferences(content!, known)], said };
}

async function products(): Promise<Part> {
  const files = citedFiles(vendors, content?.contexts ?? []);
  const drift: string[] = [];
  const said = [`${files.length} source files of products are cited, each at a full commit`];
  let reached = 0;
  for (const { raw, line } of files) {
    try {
      const response = await fetch(raw, { signal: AbortSignal.timeout(10_000) });
      if (response.status === 404) drift.push(`${raw} is gone`);
      else if (response.ok) {
        reached += 1;
        const lines = (await response.text()).split('\n').length;
        if (lines < line) drift.push(`${raw} has ${lines} lines; line ${line} is cited`);
      }
    } catch (error) {
      // The first that fails speaks for all: without a network each would wait.
      said.push(`not reached: ${(error as Error).message}`);
      break;
    }
  }
  said.push(`${reached} of them read`);
  return { name: 'Source code of products', drift, said };
}

/** The output of npm, which ends with 1 where it has something to tell; null if it said nothing */
const npm = (...args: string[]): Promise<Record<string, unknown> | null> =>
  new Promise((resolve) => {
    execFile('npm', args, { timeout: 60_000, maxBuffer: 1e8 }, (_, stdout) => {
      try {
        resolve(JSON.parse(stdout || '{}') as Record<string, unknown>);
      } catch {
        resolve(null);
      }
    });
  });

async function dependencies(): Promise<Part> {
  const [outdated, audit] = await Promise.all([npm('outdated', '--json'), npm('audit', '--json')]);
  const drift: string[] = [];
  const said: string[] = [];
  if (!outdated || 'error' in outdated) said.push('versions not compared: the registry was not reached');
  else
    for (const [name, one] of Object.entries(outdated as Record<string, { current?: string; latest: string }>))
      if (one.current !== one.latest) drift.push(`${name} ${one.current ?? 'missing'}; ${one.latest} is out`);
  const found = audit?.['vulnerabilities'] as Record<string, { severity: string; range: string }> | undefined;
  if (!found) said.push('not audited: the registry does not offer it, or was not reached');
  else {
    for (const [name, { severity, range }] of Object.entries(found))
      drift.push(`${name} ${range}: a ${severity} vulnerability is known`);
    said.push('audited');
  }
  return { name: 'Dependencies', drift, said };
}

const licences = (): Part => ({ name: 'Licences', drift: licenceProblems(), said: ['listed in docs/licences.md'] });

const differences = (count: number): string => (count === 1 ? '1 difference' : `${count} differences`);

const parts = [...(await Promise.all([registry(), rfcs(), products(), dependencies()])), licences()];
for (const { name, drift, said } of parts) {
  console.log(`\n${name}: ${drift.length === 0 ? 'no drift' : differences(drift.length)} (${said.join('; ')})`);
  for (const line of drift) console.log(`  ${line}`);
}
const count = parts.reduce((sum, { drift }) => sum + drift.length, 0);
console.log(
  count === 0
    ? '\nNo drift found.'
    : `\n${differences(count)}. Look at each; content/README.md shows how an entry is changed.`,
);
if (count > 0) process.exit(1);
