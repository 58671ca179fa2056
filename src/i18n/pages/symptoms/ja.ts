import type { SymptomWords } from './en.ts';

export const symptoms: SymptomWords = {
  label: '症状から調べる',
  overview: '症状',
  overviewTitle: '症状から原因を調べる',
  overviewIntro: (count) =>
    `サポート窓口によく寄せられる${count}件のSIPの症状について、トレースでの見え方、可能性の高い順の原因、切り分け方を示します。`,
  stage: {
    registration: '登録と着信の可否',
    setup: '発信がつながらない',
    ringing: '呼び出しと不在着信',
    audio: '音声',
    call: '通話中',
  },
  looksLike: 'トレースでの見え方',
  times: '時刻は一例です。再送とタイムアウトは、タイマーの既定値（T1＝0.5秒）に従います。',
  causes: '原因と切り分け方',
  causesHint: '可能性の高い順に示します。',
  tell: '切り分け：',
  codes: '現れることのあるコード',
  ask: '問い合わせで確認する情報',
  others: '同じ段階のほかの症状',
  onCodePage: 'このコードが現れる症状',
};
