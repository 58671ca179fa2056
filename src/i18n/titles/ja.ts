import { firstFitting, type Titles } from './shared.ts';

export const titles: Titles = {
  code: (code) => `SIP ${code.number} ${code.phrase}（${code.text.ja.gloss}）`,
  codePage: (code) => {
    const name = `SIP ${code.number} ${code.phrase}`;
    return firstFitting([`${name}の意味・原因・対処`, `${name}の意味と対処`, `${name}の意味`], 'ja');
  },
  pair: (a, b) => `SIP ${a.number} ${a.phrase} vs ${b.number} ${b.phrase}`,
  pairPage: ({ a, b }) => {
    const start = `SIP ${a.number}と${b.number}の違い`;
    const glosses = `${a.text.ja.gloss}／${b.text.ja.gloss}`;
    return firstFitting([`${start}：${glosses}`, `${start}：意味・原因・対処`], 'ja');
  },
  pairShort: (a, b) => `${a.number}と${b.number}の違い`,
  responseClass: (digit, title) => `SIP ${digit}xx ${title}`,
  responseClassPage: (digit, title) => `SIP ${digit}xx（${title}）のレスポンスコード一覧`,
  contextPage: (title) => title,
  symptomPage: (title) => firstFitting([`${title}（SIPの原因と対処）`, `${title}（SIP）`, title], 'ja'),
};
