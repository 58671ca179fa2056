import type { Code, Content } from '../../schema/content.ts';
import type { LadderStep, Party } from '../../schema/index.ts';

/** A response as it appears on the wire. */
export interface WireMessage {
  from: Party;
  to: Party;
  startLine: string;
  headers: { name: string; value: string }[];
  /** Empty without a body; lines end in a line feed here and in CRLF on the wire. */
  body: string;
}

type Message = Extract<LadderStep, { kind: 'message' }>;

/** Elements that pass on a request with one more Via (RFC 3261 §16.6 step 8). */
const FORWARDERS: readonly Party[] = ['proxy', 'proxy2', 'pbx'];
/** A number from which CSeq counts; RFC 3261 §8.1.1.5 leaves the first one to the client. */
const FIRST_CSEQ = 101;

/** The octets of a body when its lines end in CRLF */
export const bodyLength = (body: string): number => new TextEncoder().encode(body.replaceAll('\n', '\r\n')).length;

/**
 * Makes the response of a code from its facts: the first message of its ladder that carries it.
 *
 * The fields that every response copies from the request follow RFC 3261 §8.2.6.2. Then come the fields that the facts
 * demand without condition, those that the ladder shows, and Contact where the response opens an early dialog
 * (§12.1.1). A field under another condition appears only where the ladder shows it.
 *
 * @returns null if the ladder never shows the code on the wire: the client made it up by itself (§8.1.3.1)
 */
export function wireMessage(code: Code, { reference }: Pick<Content, 'reference'>): WireMessage | null {
  const { wire, headers: examples } = reference;
  const messages = code.ladder.steps.filter((step) => step.kind === 'message');
  const index = messages.findIndex((step) => step.code === code.number);
  const response = messages[index];
  if (!response) return null;
  const own = wire.codes.find((one) => one.code === code.number);
  const path = requestPath(messages.slice(0, index), response);
  const { client, number } = origin(messages, path);
  const user = (party: Party) => wire.users[party] ?? 'bob';
  const host = (party: Party) => wire.hosts[party] ?? `${party}.example.com`;
  const mark = (use: string) => fingerprint(`${use} ${code.number}`);

  const { caller, called } = people(response.method, user(client), user(path[0]?.to ?? response.from));
  const headers = path.map((hop, position) => ({ name: 'Via', value: via(hop.from, position) }));
  const add = (name: string, value: string) => headers.push({ name, value });
  add('From', `${own?.headers['From'] ?? `<sip:${caller}@example.com>`};tag=${mark('from')}`);
  const tag = code.number === 100 ? '' : `;tag=${mark('to')}`;
  add('To', `${own?.headers['To'] ?? `<sip:${called}@example.com>`}${tag}`);
  add('Call-ID', `${mark('call')}@${host(client)}`);
  add('CSeq', `${number} ${response.method}`);
  for (const name of fieldNames(code, response)) add(name, valueOf(name));
  const type = headers.find(({ name }) => name === 'Content-Type')?.value;
  const body = type === undefined ? '' : fill(own?.body ?? wire.bodies[type] ?? '');
  add('Content-Length', String(bodyLength(body)));
  return { from: response.from, to: response.to, startLine: `SIP/2.0 ${code.number} ${code.phrase}`, headers, body };

  function via(party: Party, position: number): string {
    const received = wire.received[party];
    return `SIP/2.0/UDP ${host(party)};branch=z9hG4bK${mark(`${position} branch`)}${received ? `;received=${received}` : ''}`;
  }

  function valueOf(name: string): string {
    const given = own?.headers[name];
    if (given !== undefined) return given;
    // A response that opens a dialog says where its sender is reached; any other Contact says where to go next.
    if (name === 'Contact' && code.number < 300) return `<sip:${user(response!.from)}@${host(response!.from)}>`;
    return examples[name]?.example ?? '';
  }

  function fill(text: string): string {
    return text.replaceAll('{host}', host(response!.from)).replaceAll('{user}', user(response!.from));
  }
}

/** Names of the fields beyond those that every response has, each once: the ladder's order, then that of the facts. */
export function fieldNames(code: Code, response: Message): string[] {
  const opensDialog = response.method === 'INVITE' && code.number > 100 && code.number < 200;
  const demanded = code.headers.filter(
    ({ name, level, when }) =>
      level === 'MUST' && (when === undefined || (when === 'early-dialog' && opensDialog && name === 'Contact')),
  );
  const names = [...new Set([...demanded.map(({ name }) => name), ...response.headers])];
  // Content-Type comes right before Content-Length, as SIP stacks write it.
  return names.sort((left, right) => Number(left === 'Content-Type') - Number(right === 'Content-Type'));
}

/** The hops that the answered request took before, nearest first: each of them has a Via in the response. */
function requestPath(before: Message[], response: Message): Message[] {
  const path: Message[] = [];
  let { from: at, to: sender } = response;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const step = before[index]!;
    if (step.code !== null || step.method !== response.method || step.to !== at || step.from !== sender) continue;
    path.push(step);
    if (!FORWARDERS.includes(step.from)) break;
    const previous = before.slice(0, index).findLast((one) => one.code === null && one.method === response.method);
    if (previous?.to !== step.from) break;
    at = previous.to;
    sender = previous.from;
  }
  return path;
}

/** Who sent the request in the first place, and its number in the order of that client's requests */
function origin(messages: Message[], path: Message[]): { client: Party; number: number } {
  const first = path.at(-1)!;
  const requests = messages
    .slice(0, messages.indexOf(first) + 1)
    .filter(
      ({ from, code, method }) => from === first.from && code === null && method !== 'ACK' && method !== 'CANCEL',
    );
  return { client: first.from, number: FIRST_CSEQ + requests.length - 1 };
}

/** A client registers and publishes for itself (RFC 3261 §10.2, RFC 3903 §4); any other request is for someone else. */
function people(method: string, client: string, there: string): { caller: string; called: string } {
  if (method === 'REGISTER' || method === 'PUBLISH') return { caller: client, called: client };
  return client === there ? { caller: 'alice', called: 'bob' } : { caller: client, called: there };
}

/** Ten hexadecimal digits that depend on the text alone, so that two builds are equal (FNV-1a) */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text) hash = BigInt.asUintN(64, (hash ^ BigInt(character.charCodeAt(0))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0').slice(0, 10);
}

/** The response as text, its lines ending in a line feed; null for a code that is never sent */
export function wireText(code: Code, content: Pick<Content, 'reference'>): string | null {
  const message = wireMessage(code, content);
  if (!message) return null;
  const lines = [message.startLine, ...message.headers.map(({ name, value }) => `${name}: ${value}`)];
  return [...lines, ...(message.body ? ['', message.body.trimEnd()] : [])].join('\n');
}
