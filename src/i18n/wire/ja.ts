import type { WireWords } from './en.ts';

export const wire: WireWords = {
  caption: (from: string, to: string) =>
    `上のシーケンスで${from}から${to}へ送られるメッセージです。名前とアドレスは例です。`,
};
