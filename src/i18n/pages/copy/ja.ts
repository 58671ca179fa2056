import type { CopyWords } from './en.ts';

export const copy: CopyWords = {
  section: '「{}」へのリンクをコピー',
  self: 'この項目へのリンクをコピー',
  group: '問い合わせ用にコピー',
  link: 'リンク',
  markdown: 'Markdown',
  text: 'テキスト',
  copiedLink: 'リンクをコピーしました。',
  copiedMarkdown: 'Markdownをコピーしました。',
  copiedText: 'テキストをコピーしました。',
  refused: 'ブラウザーがコピーを許可していません。選択された文字列を、キーボード操作でコピーしてください。',
  check: '確認事項：',
};
