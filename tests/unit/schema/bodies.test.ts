import { test } from 'node:test';
import { expect } from '@playwright/test';
import { bodyProblems } from '../../../src/schema/check/bodies.ts';
import { linesAfter } from './edits.ts';

const pair = (en: string, ja: string) =>
  bodyProblems([
    { file: 'en.mdx', folder: '100', locale: 'en', body: en },
    { file: 'ja.mdx', folder: '100', locale: 'ja', body: ja },
  ]).flatMap(({ message }) => (message ? [message] : []));
const CITED = '<Cite of="RFC 3261 §9.1" />';

test('a body with the same citations in both languages is accepted', () => {
  expect(pair(`It waits ${CITED}.`, `待ちます${CITED}。`)).toEqual([]);
  expect(pair('', '')).toEqual([]);
});

test('a body in one language only is refused', () => {
  expect(pair(`It waits ${CITED}.`, '').join()).toContain('is missing; en.mdx has one');
});

test('a body without a citation, or with one that cannot be read, is refused', () => {
  expect(pair('It waits.', '待ちます。')).toHaveLength(2);
  expect(pair('<Cite of="RFC 3261" />', '<Cite of="RFC 3261" />').join()).toContain('expected a section');
});

test('other sections than in English are refused', () => {
  expect(pair(`It waits ${CITED}.`, '待ちます<Cite of="RFC 3261 §9.2" />。').join()).toContain('cites other sections');
});

test('a heading is refused: its anchor would differ between the languages', () => {
  expect(pair(`## Timers\n\nIt waits ${CITED}.`, `待ちます${CITED}。`).join()).toContain('has a heading');
});

test('a section that does not exist is refused in a body too', () => {
  expect(linesAfter('codes/100/en.mdx', (text) => text.replaceAll('§17.1.1.2', '§17.9')).join('\n')).toContain(
    'content/codes/100/en.mdx: body cites RFC 3261 §17.9, which does not exist',
  );
});
