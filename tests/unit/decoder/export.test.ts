import { test } from 'node:test';
import { expect } from '@playwright/test';
import { decoder as decodeEn } from '../../../src/i18n/decoder/words/en.ts';
import { decoder as decodeJa } from '../../../src/i18n/decoder/words/ja.ts';
import { analyse } from '../../../src/decoder/show/analyse.ts';
import {
  ladderSvgFile,
  markdown,
  plainText,
  sectionUrl,
  type ExportContext,
} from '../../../src/decoder/show/export.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';
import { ALICE, answeredCall, BOB, failedCall, registration, TraceBuilder } from './build-trace.ts';

const context = (locale: 'en' | 'ja'): ExportContext => ({
  words: locale === 'en' ? decodeEn : decodeJa,
  names: {
    codes: {
      302: { phrase: 'Moved Temporarily', summary: '', path: '/sip/302/', nature: 'normal' },
      486: { phrase: 'Busy Here', summary: '', path: '/sip/486/', nature: 'normal' },
    },
    causes: {},
    warnings: {},
    symptoms: {},
    reuse: {},
  },
  absolute: (path) => `https://sip.example${path}`,
  pair: (a, b) => `/sip/${a}-vs-${b}/`,
});
const calls = (trace: TraceBuilder) => analyse(trace.trace).calls;
const redirected = (): TraceBuilder => {
  const trace = failedCall(302, { headers: { Contact: '<sip:carol@example.net>' } });
  trace.reply(trace.request('INVITE', { from: ALICE, to: BOB, cseq: 2, at: 3 }), 486, { at: 4 });
  return trace;
};

test('Markdown has outcome, findings with linked sections, codes with their comparison, and the ladder as a block', () => {
  const text = markdown(calls(redirected()), context('en'));
  expect(text).toMatch(
    /^## Call `c1@example\.com`\n\n### Outcome\n203\.0\.113\.30:5060 reported busy: 486 Busy Here\.\n/,
  );
  expect(text).toContain('- [302 Moved Temporarily](https://sip.example/sip/302/)');
  expect(text).toContain('- [302 vs 486](https://sip.example/sip/302-vs-486/)');
  expect(text).toMatch(
    /```text\n\+0\.000 {2}203\.0\.113\.10:5060 to 203\.0\.113\.30:5060: INVITE \(SDP\)\n[^`]*\n```\n$/,
  );
  const loop = markdown(calls(registration([401, 401])), context('en'));
  expect(loop).toContain('- **Fault**: Credentials for user alice in realm `example.com` were refused');
  expect(loop).toContain('([RFC 3261 §22.1](https://www.rfc-editor.org/rfc/rfc3261#section-22.1), [RFC 7616 §3.3]');
});

test('plain text says the same without markup', () => {
  const text = plainText(calls(registration([401, 401])), context('en'));
  expect(text).toContain('\nOutcome:\nThe REGISTER carried credentials, and the last response is still 401.');
  expect(text).toContain('(RFC 3261 §22.1, RFC 7616 §3.3)');
  expect(text).not.toMatch(/[*`[\]]/);
});

test('Japanese has no English sentence and no half-width punctuation of its own', () => {
  for (const make of [markdown, plainText]) {
    const text = make(calls(redirected()), context('ja'));
    expect(text).toContain('203.0.113.30:5060が486 Busy Hereを返し、話し中と通知しました。');
    expect(text).toContain('203.0.113.10:5060から203.0.113.30:5060へ：INVITE (SDP)');
    expect(text).not.toMatch(/\b(Outcome|Findings|the|to)\b/);
  }
});

test('a call without findings says so', () => {
  expect(plainText(calls(answeredCall()), context('en'))).toContain('Findings:\nNo rule found anything to mention.');
});

test('several legs are one ticket with one ladder', () => {
  const trace = answeredCall();
  trace.request('INVITE', { from: BOB, to: ALICE, callId: 'second', at: 1 });
  const text = plainText(calls(trace), context('en'));
  expect(text).toMatch(/^Conversation with 2 legs c1＠example．com, second\n/);
  expect(text.match(/Ladder:/g)).toHaveLength(1);
});

test('the ladder in a block cannot end the block', () => {
  const trace = new TraceBuilder();
  trace.reply(trace.request('OPTIONS', { from: ALICE, to: BOB }), 200, { phrase: '```\n<b>' });
  expect(markdown(calls(trace), context('en')).match(/```/g)).toHaveLength(2);
});

test('a redacted trace exports nothing of the original', () => {
  const analysed = analyse(redact(registration([401, 401]).trace)).calls;
  for (const text of [
    markdown(analysed, context('en')),
    plainText(analysed, context('ja')),
    ladderSvgFile(analysed, context('en')),
  ])
    expect(text).not.toMatch(/alice|example\.com|203\.0\.113\.10/);
});

test('the SVG file is named by the outcome and complete on its own', () => {
  const svg = ladderSvgFile(calls(failedCall(486)), context('en'));
  expect(svg).toContain('aria-label="203.0.113.30:5060 reported busy: 486 Busy Here."');
  expect(svg).not.toMatch(/var\(|url\((?!#head\))|href/);
});

test('sections and appendices have their addresses', () => {
  expect(sectionUrl('RFC 3261 §13.3.1.4')).toBe('https://www.rfc-editor.org/rfc/rfc3261#section-13.3.1.4');
  expect(sectionUrl('RFC 3264 §A')).toBe('https://www.rfc-editor.org/rfc/rfc3264#appendix-A');
});
