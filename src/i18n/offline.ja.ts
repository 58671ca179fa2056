import type { OfflineWords } from './offline.en.ts';

export const offlineJa: OfflineWords = {
  title: 'オフラインのため、このページは表示できません',
  description: 'ネットワークに接続しておらず、この端末でまだ開いたことのないページを表示しようとしたときの案内です。',
  text: 'この端末で開いたことのあるページと、全コードの一覧は、オフラインでも読めます。番号やキーワードによるコードと比較の検索も、そのまま使えます。',
  again: 'ネットワークに接続してから、同じアドレスをもう一度読み込んでください。',
};
