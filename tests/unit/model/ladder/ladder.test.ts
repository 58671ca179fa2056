import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../../src/schema/load.ts';
import { labels as termsEn } from '../../../../src/i18n/labels/en.ts';
import { labels as termsJa } from '../../../../src/i18n/labels/ja.ts';
import { steps as stepsEn } from '../../../../src/i18n/steps/en.ts';
import { steps as stepsJa } from '../../../../src/i18n/steps/ja.ts';
import { writeElement } from '../../../../src/model/ladder/element.ts';
import { ladderList } from '../../../../src/model/ladder/ladder-list.ts';
import { drawSequence, ladderSequence, sequenceText } from '../../../../src/model/ladder/ladder.ts';

const { content } = readContent('content');
const known = (code: number) => content!.byNumber.get(code);
const ladders = [...content!.codes, ...content!.symptoms].map(({ ladder }) => ladder);
/** Half the width of a text at 13 units, by generous widths of Latin and full-width letters. */
const half = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 13 : 7.5), 0) / 2;

for (const terms of [termsEn, termsJa])
  test(`labels of a drawing stay between their life lines and inside it (${terms.party.caller})`, () => {
    const problems: string[] = [];
    for (const ladder of ladders) {
      const drawing = drawSequence(ladderSequence(ladder, terms, known));
      for (const { x, label } of drawing.parties)
        if (x < half(label) || x + half(label) > drawing.width) problems.push(`${label} is cut off`);
      for (const step of drawing.steps)
        if (step.kind !== 'note' ? 2 * half(step.label) > Math.abs(step.x2 - step.x1) : step.x < half(step.label))
          problems.push(`${step.label} has no room`);
    }
    expect(problems).toEqual([]);
  });

test('a long phrase gives way to the number in a drawing; words and list keep it', () => {
  const sequence = ladderSequence(content!.byNumber.get(405)!.ladder, termsEn, known);
  expect(drawSequence(sequence).steps.map(({ label }) => label)).toContain('405 (MESSAGE)');
  expect(sequenceText(sequence, stepsEn).join('\n')).toContain('405 Method Not Allowed (MESSAGE) (Allow)');
  expect(writeElement(ladderList(sequence, { words: stepsEn }))).toContain('</b> Method Not Allowed (MESSAGE)');
});

for (const [terms, steps] of [
  [termsEn, stepsEn],
  [termsJa, stepsJa],
] as const)
  test(`a list is heard as it is written (${terms.party.caller})`, () => {
    for (const ladder of ladders) {
      const sequence = ladderSequence(ladder, terms, known);
      const items = writeElement(ladderList(sequence, { words: steps }))
        .match(/<li[^>]*>.*?<\/li>/g)!
        .slice(1);
      const texts = items.map((item) => item.replace(/ ?<small>(.*?)<\/small>/, ' ($1)').replace(/<[^>]+>/g, ''));
      // Written, times are a column.
      const lines = sequenceText(sequence, steps).map((line) => line.replaceAll("'", '&#39;').replace(/ {2}/, ' '));
      expect(texts).toEqual(lines);
    }
  });

test('every step lies between the lifelines of its parties', () => {
  const sequence = ladderSequence(content!.byNumber.get(487)!.ladder, termsEn, known);
  const { children } = ladderList(sequence, { words: stepsEn, own: 487 });
  const places = children.slice(1).map((item) => {
    const last = typeof item === 'string' ? undefined : item.children.at(-1);
    return typeof last === 'object' ? [last.attributes['class'], last.place] : [];
  });
  expect(places.slice(0, 5)).toEqual([
    ['arrow', { from: 2, to: 4 }],
    ['arrow', { from: 4, to: 6 }],
    ['arrow back provisional', { from: 4, to: 6 }],
    ['arrow back provisional', { from: 2, to: 4 }],
    ['note', { from: 1, to: 3 }],
  ]);
  expect(places).toContainEqual(['arrow back own normal', { from: 4, to: 6 }]);
});

test('a step has the time that the content gives it, others have none', () => {
  const { ladder } = content!.symptoms.find(({ name }) => name === 'drops-after-32-seconds')!;
  const { steps } = ladderSequence(ladder, termsEn, known);
  expect(steps.flatMap(({ time }) => time ?? [])).toEqual(['0 s', '6 s', '6.5 s', '38 s']);
  expect(steps[1]!.time).toBeUndefined();
});
