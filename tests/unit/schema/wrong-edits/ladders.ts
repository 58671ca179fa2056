// Message flows.

import { FACTS, replace, wrong, type WrongEdit } from './wrong.ts';

const step = (line: string) =>
  replace('    - proxy -> callee: INVITE\n', `    - proxy -> callee: INVITE\n    - ${line}\n`);
export const ladders: WrongEdit[] = [
  wrong(
    'an unknown party',
    FACTS,
    'ladder.steps[2]',
    step('phone -> proxy: BYE'),
    /expected "party -> party" with parties out of .*Correct it/,
  ),
  wrong(
    'a party that is not listed',
    FACTS,
    'ladder',
    step('pbx -> proxy: BYE'),
    /which is not in ladder\.parties\. Add it there/,
  ),
  wrong(
    'a party that takes no part',
    FACTS,
    'ladder',
    replace('parties: [caller, proxy, callee]', 'parties: [caller, proxy, callee, pbx]'),
    /has the party pbx, which takes no part\. Remove it/,
  ),
  wrong(
    'a message to itself',
    FACTS,
    'ladder',
    step('proxy -> proxy: INVITE'),
    /message from proxy to itself\. Correct one/,
  ),
  wrong(
    'a response before its request',
    FACTS,
    'ladder',
    replace('    - caller -> proxy: INVITE\n', '    - proxy -> caller: 100 INVITE\n    - caller -> proxy: INVITE\n'),
    /no INVITE went the other way before\. Add the request/,
  ),
  wrong(
    'a response that is not registered',
    FACTS,
    'ladder',
    step('callee -> proxy: 499 INVITE'),
    /has the response 499, which is not registered\. Correct it/,
  ),
  wrong(
    'a ladder without its own code',
    FACTS,
    'ladder',
    replace(/486 INVITE/g, '480 INVITE').bind(null),
    /never shows 486\. Add the message/,
  ),
  wrong(
    'an unknown note',
    FACTS,
    'ladder.steps[2]',
    step('note at callee: asleep'),
    /has the note "asleep"; expected one of .*Choose one/,
  ),
  wrong(
    'a step of another form',
    FACTS,
    'ladder.steps[2]',
    step('callee -> proxy: "486"'),
    /expected "INVITE", "487 INVITE".*Correct it/,
  ),
];
