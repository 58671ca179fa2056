import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { runCommand } from '../../../src/package/command.ts';
import { drawing, harmless } from '../../../src/package/drawing.ts';
import type { CodeDescription, Decoded } from '../../../src/package/types.ts';
import { decoder, made, printWords } from './made.ts';

const CAPTURE = 'tests/fixtures/decoder/captures/183-then-480-q850-21.pcap';
const HOSTILE = `INVITE sip:\u001b[2J\u202e@example.com SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK\u009b1
From: <sip:a@example.com>;tag=1
To: <sip:b@example.com>
Call-ID: \u001b]0;title\u0007@example.com
CSeq: 1 INVITE

`;

const context = {
  name: 'sip-codes',
  version: '1.2.3',
  core: made,
  decoder: () => Promise.resolve(decoder),
  words: printWords,
  read: (file: string) => Promise.resolve(new Uint8Array(readFileSync(file))),
  colours: false,
};

/** Runs the command as a shell does. */
async function run(line: string, { colours = false, input = '' as string | Uint8Array } = {}) {
  const written = { out: '', err: '' };
  const status = await runCommand(line.split(' ').filter(Boolean), {
    ...context,
    read: (file) =>
      file === '-'
        ? Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input)
        : context.read(file),
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    colours,
  });
  return { status, ...written };
}

test('a code, a pair and a cause are found, in both languages', async () => {
  const code = await run('487');
  expect([code.status, code.err]).toEqual([0, '']);
  expect(code.out).toContain('487 Request Terminated');
  expect(code.out).toContain('/sip/487/');
  const pair = await run('487 302 --lang ja');
  expect(pair.status).toBe(0);
  expect(pair.out).toContain(made.compare(302, 487, 'ja')!.lead[0]!.text.replaceAll('`', ''));
  expect((await run('cause 34')).out).toContain('No circuit/channel available');
  expect((await run('busy here')).out).toContain('486 Busy Here');
});

test('JSON is what the functions return', async () => {
  const { out } = await run('487 --json --lang=ja');
  expect(JSON.parse(out) as CodeDescription).toEqual(JSON.parse(JSON.stringify(made.describe(487, 'ja'))));
});

test('the exit status tells what is unknown from what is badly asked', async () => {
  const status = async (line: string, input = '') => {
    const { status: exit, out, err } = await run(line, { input });
    expect([line, exit === 0, err === '' || /decode/.test(line)]).toEqual([
      line,
      exit === 0,
      exit === 0 || /decode/.test(line),
    ]);
    expect([line, exit === 2 && out !== '']).toEqual([line, false]);
    return exit;
  };
  for (const line of ['487', '302 487', 'cause 16', '--help', `decode ${CAPTURE}`]) expect(await status(line)).toBe(0);
  for (const line of ['999', '477', '486 477', 'cause 0', 'no such words', '012'])
    expect([line, await status(line)]).toEqual([line, 1]);
  expect(await status('decode -', 'nothing of SIP')).toBe(1);
  for (const line of [
    '',
    '--lang',
    '487 --lang xx',
    '--nonsense',
    'cause',
    'cause x',
    'decode',
    'decode a b',
    'decode /no/such',
    '487 --redact',
    '486 486',
  ])
    expect([line, await status(line)]).toEqual([line, 2]);
});

test('a question of codes is answered as a whole or not at all', async () => {
  for (const line of ['302 vs 999', '302,999', '302/999', '999 302'])
    expect(await run(line)).toMatchObject({ status: 1, out: '', err: 'Nothing is known of 999.\n' });
  expect((await run('302,487')).out).toBe((await run('302 487')).out);
  expect((await run('３０２　４８７')).out).toBe((await run('302 487')).out);
  for (const line of ['302 487 603', '486,487,603']) expect((await run(line)).status).toBe(2);
  expect((await run('000')).err).toBe('Nothing is known of 000.\n');
});

test('the codes of a class or a beginning are listed', async () => {
  const { status, out } = await run('6xx');
  expect([status, out.split('\n')[0]]).toEqual([0, expect.stringMatching(/^600 Busy Everywhere: /)]);
  expect((JSON.parse((await run('48 --json')).out) as { code: number }[]).map(({ code }) => code)).toContain(487);
});

test('words in quotes are the same as words', async () => {
  const asked = async (...args: string[]) => {
    const written = { status: 0, out: '', err: '' };
    written.status = await runCommand(args, {
      ...context,
      out: (text) => (written.out += text),
      err: (text) => (written.err += text),
    });
    return written;
  };
  expect(await asked('cause 200')).toEqual(await asked('cause', '200'));
  expect((await asked('487 487')).status).toBe(2);
  expect((await asked('')).err).toBe((await asked()).err);
  expect((await asked('  ')).status).toBe(2);
});

test('what is badly asked is explained in the language that was asked for', async () => {
  const usage = (await run('--help --lang ja')).out;
  for (const line of ['--lang ja --nonsense', '--lang ja cause x', 'decode --lang=ja', '--lang ja --lang xx'])
    expect((await run(line)).err).toContain(usage);
  // The help would hide why a file is not read.
  expect((await run('decode /no/such')).err).toMatch(/^.*\/no\/such.*\n$/);
});

test('the version is told, and -- ends the options', async () => {
  expect(await run('--version')).toMatchObject({ status: 0, out: '1.2.3\n' });
  expect(await run('-- 487')).toEqual(await run('487'));
  expect((await run('-- --json')).status).toBe(1);
});

test('a trace is shown with ladder, outcome, findings and media', async () => {
  const { out } = await run(`decode ${CAPTURE}`);
  for (const part of ['480', 'INVITE (SDP)', '│', 'RFC 3960', 'PCMU/8000']) expect(out).toContain(part);
  const trace = JSON.parse((await run(`decode ${CAPTURE} --json`)).out) as Decoded;
  expect(trace.conversations.map(({ codes }) => codes)).toEqual([[480]]);
  expect(trace.messages.length).toBe(5);
  expect(trace.replaced).toBe(null);
});

test('a redacted trace has nothing of the original', async () => {
  const { out } = await run(`decode ${CAPTURE} --redact --json`);
  expect(out).not.toContain('192.0.2.10');
  expect((JSON.parse(out) as Decoded).replaced).toBeGreaterThan(0);
});

test('nothing of a trace acts in a terminal', async () => {
  const { out } = await run('decode -', { input: HOSTILE });
  expect(out).toContain('INVITE');
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(harmless('a\u001b[31m\nb\u009b2J')).toBe('a\ufffd[31m b\ufffd2J');
});

test('colours come on a terminal only, never in JSON', async () => {
  expect((await run('487', { colours: true })).out).toContain('\u001b[1m487');
  expect((await run('487')).out).not.toContain('\u001b');
  expect((await run('487 --json', { colours: true })).out).not.toContain('\u001b');
});

test('arrows reach from one lifeline to the other, whatever the labels', () => {
  const lines = drawing({
    parties: ['発信側', 'b', 'c'],
    steps: [
      { kind: 'message', from: 0, to: 2, label: 'INVITE', code: null, time: '+0.000' },
      { kind: 'message', from: 2, to: 1, label: '486 Busy Here', code: 486, time: '+0.100' },
      { kind: 'note', at: 1, label: '話中', time: '+0.200' },
      { kind: 'media', from: 0, to: 1, label: 'RTP', time: '+0.300' },
    ],
  });
  expect(lines.length).toBe(5);
  expect(lines[1]).toMatch(/^\+0\.000 +│─+INVITE─+>│$/);
  expect(lines[2]).toMatch(/^\+0\.100 +│ +│<─+486 Busy Here─+│$/);
  expect(lines[3]).toMatch(/^\+0\.200 +│ +│ · 話中 +│$/);
  expect(lines[4]).toMatch(/^\+0\.300 +│═+RTP═+│ +│$/);
});
