import { make, writeElement, type DrawnElement } from './element.ts';
import type { LadderDrawing } from './ladder.ts';

// The ladder as a file of its own, for a ticket: the rows that the page shows, drawn.

/** The light colours of tokens.css, since a file has no page around it. */
const STATES = { normal: '#0a5c51', depends: '#744700', fault: '#9a2412' };
const STYLE = [
  '.ladder{font:12px system-ui,sans-serif}',
  '.ladder text{text-anchor:middle;fill:#1b2027}',
  '.ladder .party{font-weight:700}',
  '.ladder .note{fill:#555b65}',
  '.ladder path{stroke:#1b2027;stroke-width:1.3;fill:none}',
  '.ladder .life{stroke:#dedad2;stroke-width:2}',
  '.ladder marker path{fill:context-stroke;stroke:none}',
  ...Object.entries(STATES).map(
    ([state, colour]) => `.ladder .${state} path{stroke:${colour}}.ladder .${state} text{fill:${colour}}`,
  ),
  '.ladder .repeat path{stroke-dasharray:4 3}',
  '.ladder .media path{stroke:#dedad2;stroke-width:5}',
  '.ladder .media text{fill:#555b65}',
  '.ladder .time{text-anchor:start;fill:#555b65}',
].join('');

/** Id of the arrow head. */
const HEAD = 'head';

type Step = LadderDrawing['steps'][number];

function stepElements(step: Step): DrawnElement[] {
  const time = step.time === undefined ? [] : [make('text', { class: 'time', x: 4, y: step.y }, step.time)];
  if (step.kind === 'note') return [...time, make('text', { class: 'note', x: step.x, y: step.y }, step.label)];
  if (step.kind === 'media') {
    const label = make('text', { x: (step.x1 + step.x2) / 2, y: step.y - 6 }, step.label);
    return [...time, make('g', { class: 'media' }, label, make('path', { d: `M${step.x1} ${step.y}H${step.x2}` }))];
  }
  const kind = ['step', ...(step.state ? [step.state] : []), ...(step.repeat ? ['repeat'] : [])].join(' ');
  const middle = (step.x1 + step.x2) / 2;
  const headers = step.headers ? [make('text', { class: 'headers', x: middle, y: step.y + 12 }, step.headers)] : [];
  const arrow = make('path', { d: `M${step.x1} ${step.y}H${step.x2}`, 'marker-end': `url(#${HEAD})` });
  return [
    ...time,
    make('g', { class: kind }, make('text', { x: middle, y: step.y - 6 }, step.label), ...headers, arrow),
  ];
}

/**
 * @param drawing positions and labels; labels may come from a trace
 * @param label what the picture shows, for readers who do not see it
 * @returns the content of an SVG file that needs nothing else: style included, white ground
 */
export function ladderFile({ width, height, parties, steps }: LadderDrawing, label: string): string {
  const head = { id: HEAD, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' };
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  const file = make(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', class: 'ladder', ...size, role: 'img', 'aria-label': label },
    make('style', {}, STYLE),
    make('defs', {}, make('marker', head, make('path', { d: 'M0 0 8 4 0 8z' }))),
    make('rect', { width: '100%', height: '100%', fill: '#fff' }),
    ...parties.flatMap((party) => [
      make('text', { class: 'party', x: party.x, y: 14 }, party.label),
      make('path', { class: 'life', d: `M${party.x} 22V${height}` }),
    ]),
    ...steps.flatMap(stepElements),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(file)}\n`;
}
