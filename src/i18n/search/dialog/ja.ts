import type { DialogWords } from './en.ts';

export const dialog: DialogWords = {
  hint: 'コード、2つのコード、または画面やログに出た言葉を入力します。',
  close: '閉じる',
  none: '見つかりませんでした。番号で検索するか、コード一覧をご覧ください。',
  failed: '検索データを読み込めませんでした。番号で検索するか、コード一覧をご覧ください。',
  stale: '検索を読み込めませんでした。Enterキーで新しいページを読み込み、そこで検索します。',
  all: 'SIPレスポンスコード一覧',
};
