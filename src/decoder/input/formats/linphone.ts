import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

export const linphone: LogFormat = {
  id: 'linphone',
  product: 'Linphone',
  kind: 'log',
  hint: /channel \[/,
  lines: [
    /channel \[\w+\]: message (?<direction>sent) to \[(?<transport>\w+):\/\/(?<far>[^\]]+(?:\][^\]]*)?)\], size/,
    /channel \[\w+\]: (?<direction>received) \[\d+\] new bytes from \[(?<transport>\w+):\/\/(?<far>[^\]]+(?:\]:\d+)?)\]/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: [
    'BelledonneCommunications/belle-sip src/channel.c',
    'https://github.com/BelledonneCommunications/linphone-android/issues/1760',
  ],
  samples: [
    {
      text: `2026-11-24 10:15:00:250 [/belle-sip] MESSAGE channel [13E682A0]: message sent to [UDP://198.51.100.20:5060], size: [614] bytes\n${INVITE}\n`,
      from: null,
      to: '198.51.100.20:5060',
      direction: 'sent',
      time: 1795515300.25,
    },
    {
      text: `2026-11-24 10:15:00:250 [/belle-sip] MESSAGE channel [13E682A0]: received [241] new bytes from [UDP://198.51.100.20:5060]:\n${BUSY}\n`,
      from: '198.51.100.20:5060',
      to: null,
      direction: 'received',
      time: 1795515300.25,
    },
  ],
});
