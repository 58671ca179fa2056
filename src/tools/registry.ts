import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import yaml from 'js-yaml';
import { referenceSchemas } from '../schema/index.ts';

// `npm run registry` compares content/reference/registry.yaml with IANA's registry and shows the difference.
// `npm run registry -- --write` takes it over. Without a network it says so and changes nothing.

const CSV = 'https://www.iana.org/assignments/sip-parameters/sip-parameters-7.csv';
const FILE = fileURLToPath(new URL('../../content/reference/registry.yaml', import.meta.url));

/**
 * @param csv IANA's table: value, description, reference; fields may be quoted and span lines
 * @returns registered codes with their phrases, ascending
 */
export function parseRegistry(csv: string): { code: number; phrase: string }[] {
  const found = [...csv.matchAll(/^"?(\d{3})"?,(?:"((?:[^"]|"")*)"|([^,\n]*))/gm)].map((match) => ({
    code: Number(match[1]),
    phrase: (match[2]?.replaceAll('""', '"') ?? match[3] ?? '').replace(/\s+/g, ' ').trim(),
  }));
  return found
    .filter(({ phrase }) => phrase !== '' && !/^unassigned|^reserved/i.test(phrase))
    .sort((left, right) => left.code - right.code);
}

/** One line per difference: `+ 499 New`, `- 303 Old`, `~ 480 Old → New` */
export function registryDifference(
  here: { code: number; phrase: string }[],
  there: { code: number; phrase: string }[],
): string[] {
  const [ours, theirs] = [here, there].map((list) => new Map(list.map(({ code, phrase }) => [code, phrase])));
  return [...new Set([...ours!.keys(), ...theirs!.keys()])].sort().flatMap((code) => {
    const [one, other] = [ours!.get(code), theirs!.get(code)];
    if (one === other) return [];
    if (one === undefined) return [`+ ${code} ${other}`];
    return [other === undefined ? `- ${code} ${one}` : `~ ${code} ${one} → ${other}`];
  });
}

/**
 * The registry as IANA has it now
 * @throws Error if it cannot be reached or has another form
 */
export async function fetchRegistry(): Promise<{ code: number; phrase: string }[]> {
  const response = await fetch(CSV, { signal: AbortSignal.timeout(20_000) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const current = parseRegistry(await response.text());
  if (current.length < 70) throw new Error(`${CSV} holds only ${current.length} codes; its form has changed`);
  return current;
}

async function main(): Promise<void> {
  const before = readFileSync(FILE, 'utf8');
  const registry = referenceSchemas.registry.parse(yaml.load(before));
  let current: { code: number; phrase: string }[];
  try {
    current = await fetchRegistry();
  } catch (error) {
    console.log(`The registry could not be reached (${(error as Error).message}). Nothing was compared or changed.`);
    return;
  }
  const difference = registryDifference(registry.codes, current);
  if (difference.length === 0)
    console.log(`No difference: ${current.length} codes, last taken over on ${registry.checked}.`);
  else console.log(difference.join('\n'));
  if (!process.argv.includes('--write')) {
    if (difference.length > 0) console.log('\nNothing was changed. `npm run registry -- --write` takes it over.');
    return;
  }
  const head = before
    .slice(0, before.indexOf('codes:'))
    .replace(/^checked: .*$/m, `checked: ${new Date().toISOString().slice(0, 10)}`);
  const lines = current.map(({ code, phrase }) => `  - { code: ${code}, phrase: ${phrase} }`);
  writeFileSync(FILE, `${head}codes:\n${lines.join('\n')}\n`);
  console.log('content/reference/registry.yaml was written. Add or correct the folders in content/codes/.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
