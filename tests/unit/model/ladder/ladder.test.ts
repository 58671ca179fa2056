import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../../src/schema/load.ts';
import { labels as termsEn } from '../../../../src/i18n/labels/en.ts';
import { labels as termsJa } from '../../../../src/i18n/labels/ja.ts';
import { steps as stepsEn } from '../../../../src/i18n/steps/en.ts';
import { drawLadder, ladderText } from '../../../../src/model/ladder/ladder.ts';

const { content } = readContent('content');
const phrase = (code: number) => content!.byNumber.get(code)?.phrase ?? '';
const ladders = [...content!.codes, ...content!.symptoms].map(({ ladder }) => ladder);
/** Half the width of a text at 13 units, by generous widths of Latin and full-width letters. */
const half = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 13 : 7.5), 0) / 2;

for (const terms of [termsEn, termsJa])
  test(`labels stay between their life lines and inside the drawing (${terms.party.caller})`, () => {
    const problems: string[] = [];
    for (const ladder of ladders) {
      const drawing = drawLadder(ladder, terms, phrase);
      for (const { x, label } of drawing.parties)
        if (x < half(label) || x + half(label) > drawing.width) problems.push(`${label} is cut off`);
      for (const step of drawing.steps)
        if (step.kind !== 'note' ? 2 * half(step.label) > Math.abs(step.x2 - step.x1) : step.x < half(step.label))
          problems.push(`${step.label} has no room`);
    }
    expect(problems).toEqual([]);
  });

test('a ladder of two parties fits a phone, one of three nearly', () => {
  const widths = (parties: number) =>
    ladders
      .filter((ladder) => ladder.parties.length === parties)
      .map((ladder) => drawLadder(ladder, termsEn, phrase).width);
  expect(Math.max(...widths(2))).toBeLessThanOrEqual(340);
  expect(Math.max(...widths(3))).toBeLessThanOrEqual(560);
});

test('a long phrase gives way to the number, in the drawing and in words', () => {
  const ladder = content!.byNumber.get(405)!.ladder;
  const labels = drawLadder(ladder, termsEn, phrase).steps.map(({ label }) => label);
  expect(labels).toContain('405 (MESSAGE)');
  expect(ladderText(ladder, termsEn, phrase, stepsEn).join('\n')).toContain('405 (MESSAGE) (Allow)');
});
