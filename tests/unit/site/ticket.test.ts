import { test } from 'node:test';
import { expect } from '@playwright/test';
import { ticketText } from '../../../src/site/ticket.ts';

const ticket = {
  title: 'SIP 487 Request Terminated',
  sentence: 'The INVITE was cancelled; see `Reason: SIP;cause=200` and <b>.',
  check: 'What to check:',
  steps: ['Read `ORIGINATOR_CANCEL` in the log_file.', 'Measure the time.'],
  address: 'https://sip-codes.example/sip/487/',
};

test('a link is the address alone', () => {
  expect(ticketText(ticket, 'link')).toBe(ticket.address);
});

test('Markdown keeps literals and disarms all other markup', () => {
  expect(ticketText(ticket, 'markdown')).toBe(
    [
      '**[SIP 487 Request Terminated](https://sip-codes.example/sip/487/)**',
      'The INVITE was cancelled; see `Reason: SIP;cause=200` and \\<b\\>.',
      'What to check:',
      '1. Read `ORIGINATOR_CANCEL` in the log\\_file.\n2. Measure the time.',
    ].join('\n\n'),
  );
});

test('plain text has no markup and ends in the address', () => {
  const text = ticketText(ticket, 'text');
  expect(text).not.toContain('`');
  expect(text.split('\n')).toEqual([
    ticket.title,
    'The INVITE was cancelled; see Reason: SIP;cause=200 and <b>.',
    '',
    'What to check:',
    '1. Read ORIGINATOR_CANCEL in the log_file.',
    '2. Measure the time.',
    '',
    ticket.address,
  ]);
});

test('a page without steps names none', () => {
  expect(ticketText({ ...ticket, steps: [] }, 'text')).not.toContain('What to check');
  expect(ticketText({ ...ticket, steps: [] }, 'markdown')).not.toContain('What to check');
});
