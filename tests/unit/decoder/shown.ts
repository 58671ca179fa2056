import { messages } from '../../../src/i18n/index.ts';
import { LOCALES, type Locale } from '../../../src/locales.ts';
import type { Trace } from '../../../src/decoder/message/types.ts';
import { analyse } from '../../../src/decoder/show/analyse.ts';
import { ladderSvgFile, markdown, plainText } from '../../../src/decoder/show/export.ts';
import { ladderPiece } from '../../../src/decoder/show/pieces.ts';
import { conversations, groupLadder, groupView, overview, type ViewContext } from '../../../src/decoder/show/view.ts';

const context = (locale: Locale): ViewContext => ({
  words: messages(locale).decoder,
  page: messages(locale).decodePage,
  names: { codes: {}, causes: {}, warnings: {}, symptoms: {}, reuse: {} },
  absolute: (path) => `https://sip.example${path}`,
  pair: (a, b) => `/sip/${a}-vs-${b}/`,
});

/** Everything that the page shows, copies or saves of a trace, in both languages, as one text */
export function everythingShown(trace: Trace): string {
  const shown: unknown[] = [trace, ...trace.messages.map(({ raw }) => raw)];
  for (const locale of LOCALES) {
    const words = context(locale);
    const analysis = analyse(trace);
    const groups = conversations(analysis);
    shown.push(overview(trace, groups, analysis, words));
    for (const group of groups) {
      const ladder = groupLadder(group, analysis, words);
      shown.push(groupView(group, ladder, analysis, words), ladderPiece(ladder, 0, words.words));
      const calls = group.map((index) => analysis.calls[index]!);
      shown.push(...[markdown, plainText, ladderSvgFile].map((make) => make(calls, words)));
    }
  }
  // Texts as they are, and what JSON would escape in them.
  return shown.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
}
