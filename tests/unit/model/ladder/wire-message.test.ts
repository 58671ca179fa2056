import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../../src/schema/load.ts';
import { bodyLength, wireMessage, type WireMessage } from '../../../../src/model/ladder/wire-message.ts';

const content = readContent('content').content!;
const messages = content.codes.map((code) => ({ code, message: wireMessage(code, content) }));
const shown = messages.filter(
  (one): one is { code: (typeof one)['code']; message: WireMessage } => one.message !== null,
);
const of = (number: number) => shown.find(({ code }) => code.number === number)!.message;
const values = (message: WireMessage, name: string) =>
  message.headers.filter((header) => header.name === name).map((header) => header.value);

/** All problems of one kind, each with its code, so that a failure names the codes. */
const problems = (find: (one: (typeof shown)[number]) => string[]) =>
  shown.flatMap((one) => find(one).map((problem) => `${one.code.number}: ${problem}`));

/** The message as lines of text, as a trace shows it */
const wireText = (message: WireMessage): string =>
  [message.startLine, ...message.headers.map(({ name, value }) => `${name}: ${value}`), '', message.body].join('\n');

test('every code whose ladder carries it has a message, and no other', () => {
  const carried = content.codes.filter((code) =>
    code.ladder.steps.some((step) => step.kind === 'message' && step.code === code.number),
  );
  expect(shown.map(({ code }) => code.number)).toEqual(carried.map((code) => code.number));
  expect(shown.length).toBeGreaterThanOrEqual(70);
});

test('a code that the ladder only notes as made up locally has none', () => {
  const code = content.byNumber.get(408)!;
  const steps = [code.ladder.steps[0]!, { kind: 'note' as const, at: code.ladder.parties[0]!, note: 'local' as const }];
  expect(wireMessage({ ...code, ladder: { ...code.ladder, steps } }, content)).toBeNull();
});

test('the start line has the number and the phrase as registered, without "(Deprecated)"', () => {
  const registered = new Map(content.reference.registry.codes.map(({ code, phrase }) => [code, phrase]));
  expect(
    problems(({ code, message }) => {
      const phrase = registered.get(code.number)!.replace(' (Deprecated)', '');
      return message.startLine === `SIP/2.0 ${code.number} ${phrase}` ? [] : [message.startLine];
    }),
  ).toEqual([]);
});

test('CSeq names the method that the ladder answers with the code, one of its methods', () => {
  expect(
    problems(({ code, message }) => {
      const [cseq] = values(message, 'CSeq');
      const [, method] = /^\d+ ([A-Z]+)$/.exec(cseq ?? '') ?? [];
      const inLadder = code.ladder.steps.some(
        (step) => step.kind === 'message' && step.code === code.number && step.method === method,
      );
      const allowed =
        code.methods.includes('any') ||
        code.methods.includes(method as never) ||
        (code.methods.includes('in-dialog') && method !== 'REGISTER');
      return [...(inLadder ? [] : [`${cseq} is not in the ladder`]), ...(allowed ? [] : [`${cseq} is not in methods`])];
    }),
  ).toEqual([]);
});

test('the fields of every response occur in it once, and Via at least once and first (RFC 3261 §8.2.6.2)', () => {
  expect(
    problems(({ message }) => [
      ...['From', 'To', 'Call-ID', 'CSeq', 'Content-Length'].filter((name) => values(message, name).length !== 1),
      ...(message.headers[0]?.name === 'Via' ? [] : ['Via is not first']),
    ]),
  ).toEqual([]);
});

test('From and To have a tag, To on all but 100', () => {
  expect(
    problems(({ code, message }) => {
      const tagged = (name: string) => /;tag=[0-9a-f]+$/.test(values(message, name)[0]!);
      return [
        ...(tagged('From') ? [] : ['From']),
        ...(tagged('To') === (code.number !== 100) ? [] : [values(message, 'To')[0]!]),
      ];
    }),
  ).toEqual([]);
});

test('every field that the facts demand without condition, and every one that the ladder shows, occurs in it once', () => {
  expect(
    problems(({ code, message }) => {
      const method = values(message, 'CSeq')[0]!.split(' ')[1];
      const step = code.ladder.steps.find((one) => one.kind === 'message' && one.code === code.number);
      const wanted = [
        ...code.headers.filter(({ level, when }) => level === 'MUST' && !when).map(({ name }) => name),
        ...(step?.kind === 'message' && step.method === method ? step.headers : []),
      ];
      return wanted.filter((name) => values(message, name).length !== 1 || values(message, name)[0] === '');
    }),
  ).toEqual([]);
});

test('what the facts recommend for the method that a message answers is in it (Allow and Supported in a 200)', () => {
  const certain: Record<string, string[]> = {
    invite: ['INVITE'],
    'invite-or-options': ['INVITE', 'OPTIONS'],
    options: ['OPTIONS'],
    register: ['REGISTER'],
    publish: ['PUBLISH'],
    'subscribe-or-publish': ['SUBSCRIBE', 'PUBLISH'],
  };
  expect(
    problems(({ code, message }) => {
      const method = values(message, 'CSeq')[0]!.split(' ')[1]!;
      return code.headers
        .filter(({ level, when }) => level !== 'MAY' && (!when || certain[when]?.includes(method)))
        .filter(({ name }) => values(message, name).length !== 1)
        .map(({ name }) => name);
    }),
  ).toEqual([]);
});

test('a response that opens an early dialog says where its sender is reached (RFC 3261 §12.1.1)', () => {
  for (const number of [180, 181, 182, 183]) expect(values(of(number), 'Contact')).toHaveLength(1);
  expect(values(of(100), 'Contact')).toEqual([]);
});

test('Require: 100rel and RSeq occur only where the ladder shows a reliable response', () => {
  expect(values(of(180), 'RSeq')).toEqual([]);
  expect(values(of(421), 'Require')).toEqual(['100rel']);
});

test('Content-Length is the length of the body in octets, and a body has a Content-Type', () => {
  expect(
    problems(({ message }) => {
      const stated = Number(values(message, 'Content-Length')[0]);
      const octets = Buffer.byteLength(message.body.replaceAll('\n', '\r\n'), 'utf8');
      return [
        ...(stated === octets && stated === bodyLength(message.body) ? [] : [`${stated} instead of ${octets}`]),
        ...((message.body !== '') === (values(message, 'Content-Type').length === 1) ? [] : ['Content-Type']),
      ];
    }),
  ).toEqual([]);
});

/** RFC 5737 for addresses, RFC 2606 for names. */
const ADDRESS = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/;
const NAME = /^([a-z0-9-]+\.)*(example\.(com|net|org)|[a-z]+\.invalid)$/;
/** Names that are no hosts of the example but parts of a format: XML namespaces. */
const NAMESPACES = ['http://www.opengis.net/gml'];

test('no address and no domain is anybody’s: only those kept for documentation', () => {
  expect(
    problems(({ message }) => {
      const text = NAMESPACES.reduce((rest, one) => rest.replaceAll(one, ''), wireText(message));
      const addresses = text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
      const hosts = [
        ...text.matchAll(/(?:@|sips?:|https?:\/\/|SIP\/2\.0\/UDP )([A-Za-z0-9.-]+\.[A-Za-z]{2,})(?=[;>:/\s"]|$)/gm),
      ].map((match) => match[1]!);
      const quoted = [...text.matchAll(/(?:realm="|^Warning: \d+ )([A-Za-z0-9.-]+)/gm)].map((match) => match[1]!);
      return [
        ...addresses.filter((address) => !ADDRESS.test(address)),
        ...[...hosts, ...quoted].filter((host) => !NAME.test(host) && !ADDRESS.test(host)),
        ...(/[^A-Za-z0-9]([a-z0-9-]+\.(?:jp|co|io|de|local|lan|internal))\b/.exec(text)?.slice(1) ?? []),
      ];
    }),
  ).toEqual([]);
});

/** RFC 3261 §25.1, token and the values whose form it fixes. */
const TOKEN = "[A-Za-z0-9\\-.!%*_+`'~]+";
const FORMS: Record<string, RegExp> = {
  Via: new RegExp(`^SIP/2\\.0/(UDP|TCP|TLS) [a-z0-9.-]+(:\\d+)?;branch=z9hG4bK${TOKEN}(;received=[0-9.]+)?$`),
  From: new RegExp(`^("[^"]*" )?<sips?:[^<>]+>;tag=${TOKEN}$`),
  To: new RegExp(`^("[^"]*" )?<sips?:[^<>]+>(;tag=${TOKEN})?$`),
  'Call-ID': new RegExp(`^${TOKEN}@${TOKEN}$`),
  CSeq: /^\d{1,10} [A-Z]+$/,
  Contact: /^(("[^"]*" )?<sips?:[^<>]+>(;[a-z]+=[0-9.]+)?(, |$))+$/,
  'Content-Length': /^\d+$/,
  'Content-Type': new RegExp(`^${TOKEN}/${TOKEN}(;${TOKEN}=${TOKEN})*$`),
  Require: new RegExp(`^${TOKEN}(, ${TOKEN})*$`),
  Allow: new RegExp(`^${TOKEN}(, ${TOKEN})*$`),
  Warning: /^\d{3} [a-z0-9.-]+ "[^"]+"$/,
  'Retry-After': /^\d+( \(.*\))?(;.*)?$/,
};

test('every line is a header field: a token, a colon, a value without control characters (RFC 3261 §7.3, §25)', () => {
  const line = new RegExp(`^${TOKEN}: [^\\u0000-\\u001f\\u007f]*\\S$`);
  expect(
    problems(({ message }) =>
      message.headers
        .filter(({ name, value }) => !line.test(`${name}: ${value}`) || FORMS[name]?.test(value) === false)
        .map(({ name, value }) => `${name}: ${value}`),
    ),
  ).toEqual([]);
});

test('a response carries one Via for each hop of its request, the nearest first', () => {
  expect(values(of(486), 'Via')).toHaveLength(2);
  expect(values(of(486), 'Via')[0]).toMatch(/^SIP\/2\.0\/UDP proxy\.example\.com;.*;received=/);
  // The loop shows in it: the proxy that detects it finds its own name further down (RFC 3261 §16.3 step 4).
  expect(values(of(482), 'Via').map((via) => /UDP ([^;]+)/.exec(via)![1])).toEqual([
    'proxy.example.net',
    'proxy.example.com',
    '198.51.100.10',
  ]);
});

test('two requests of one client in a ladder have rising numbers', () => {
  expect(values(of(481), 'CSeq')).toEqual(['102 UPDATE']);
});

test('no value of wire.yaml is left over', () => {
  const unused = content.reference.wire.codes.flatMap(({ code, headers, body }) => {
    const message = shown.find((one) => one.code.number === code)?.message;
    return [
      ...Object.entries(headers)
        .filter(([name, value]) => !message || !values(message, name).some((one) => one.startsWith(value)))
        .map(([name]) => `${code}: ${name}`),
      ...(body !== undefined && message?.body === '' ? [`${code}: body`] : []),
    ];
  });
  expect(unused).toEqual([]);
});
