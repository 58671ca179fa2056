// Products.

import { replace, set, wrong, type WrongEdit } from './wrong.ts';

export const products: WrongEdit[] = [
  wrong(
    'a line of a product without its source',
    'vendors/asterisk.yaml',
    'sends[0].source',
    replace(/ {4}source: "res\/res_pjsip_session\.c:4045"\n/, ''),
    /expected FILE:LINE.*Add the place/,
  ),
  wrong(
    'a place without a line number',
    'vendors/asterisk.yaml',
    'sends[0].source',
    replace('res_pjsip_session.c:4045', 'res_pjsip_session.c'),
    /expected FILE:LINE/,
  ),
  wrong(
    'a place in a repository that is not listed',
    'vendors/asterisk.yaml',
    'sends[0].source',
    replace('"res/res_pjsip_session.c:4045"', '"libre: res/res_pjsip_session.c:4045"'),
    /names the repository libre.*Correct it/,
  ),
  wrong(
    'a commit cut short',
    'vendors/asterisk.yaml',
    'sources.main.commit',
    replace('f0c1c1a7b79b0f8cc0311649bf36824cbeee30a9', 'f0c1c1a'),
    /is no full commit; expected 40 digits 0-9 a-f\. Copy/,
  ),
  wrong(
    'a product with HTML in a text',
    'vendors/asterisk.yaml',
    'summary.en',
    replace('Which SIP code Asterisk sends', 'Which <i>SIP</i> code Asterisk sends'),
    /HTML tag\. Texts are plain/,
  ),
  wrong(
    'a product whose name is markup',
    'vendors/asterisk.yaml',
    'name',
    set('name', '"<b>Asterisk</b>"'),
    /expected plain text in one line\. Correct it/,
  ),
  wrong(
    'a setting whose name is markup',
    'vendors/asterisk.yaml',
    'sends[2].settings[0].name',
    replace('name: inband_progress', 'name: "<i>x</i>"'),
    /expected plain text in one line\. Correct it/,
  ),
];
