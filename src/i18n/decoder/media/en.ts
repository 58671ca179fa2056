import type { MediaFinding } from '../../../decoder/rules/findings.ts';
import type { CallSide } from '../../../decoder/media/described.ts';
import type { Heard } from '../../../decoder/media/heard.ts';
import { duration } from '../outcome/en.ts';

// What the decoder says of media.

const WHO: Record<CallSide, string> = { caller: 'the caller', callee: 'the called side' };
const first = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
const other = (side: CallSide): string => WHO[side === 'caller' ? 'callee' : 'caller'];
const end = ({ host, port }: { host: string; port: number | null }): string =>
  `${host.includes(':') ? `[${host}]` : host}${port === null ? '' : `:${port}`}`;
const count = (number: number): string => number.toLocaleString('en');
const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
const milliseconds = (seconds: number): string => `${(1000 * seconds).toFixed(1)} ms`;

/** What a rule on media found: one sentence that says what was seen, and one that says what to check next */
export function mediaFinding(finding: MediaFinding): string {
  switch (finding.kind) {
    case 'media-one-direction':
      return `Audio goes one way only: ${count(finding.packets)} RTP packets of ${other(finding.silent)}, none of ${WHO[finding.silent]}, though both descriptions say sendrecv. Check microphone, NAT and firewall of ${WHO[finding.silent]}, and take a capture there.`;
    case 'media-none':
      return finding.sure
        ? 'The call was answered and the capture has no RTP of it, though it has RTP of the same hosts. Check whether both sides send at all, and the addresses in their descriptions.'
        : 'The call was answered and the capture has no RTP of it. If it was taken where the media pass and not limited to SIP, neither side sent any.';
    case 'media-elsewhere':
      return `${first(WHO[finding.from])} sends its audio to ${end(finding.to)} (${count(finding.packets)} packets), which no description names; ${end(finding.wanted)} was asked for. Check what changes the description on the way, such as an ALG or an SBC, and the media settings of ${WHO[finding.from]}.`;
    case 'media-nat': {
      const { side, address, source, answered } = finding;
      const seen = `The description of ${WHO[side]} names the private address ${address}, and its RTP comes from ${source}`;
      if (answered === true)
        return `${seen}; the other side answers to where the RTP comes from, so audio passes the NAT. Nothing has to be done.`;
      return answered === false
        ? `${seen}; the other side does not answer there, so ${WHO[side]} hears nothing. Turn on symmetric RTP at the other side, or set the external address at ${WHO[side]}.`
        : `${seen}; no RTP of the other side is seen. Check whether it sends to the private address, and turn on symmetric RTP there.`;
    }
    case 'media-early':
      return `Audio of the called side comes ${duration(finding.seconds)} before the answer: early media, such as an announcement or a ringing tone. Nothing has to be done if the caller hears it.`;
    case 'media-late':
      return `The first RTP packet of ${WHO[finding.side]} comes ${duration(finding.seconds)} after the 200, so the beginning of the talk is not heard. Check what ${WHO[finding.side]} waits for, such as ICE, DTLS or a media server.`;
    case 'media-silence':
      return `${first(WHO[finding.by])} ended the call ${duration(finding.seconds)} after the last RTP packet of the other side. Check whether it has a timeout for missing RTP, and why the other side fell silent: NAT binding, hold without a new offer, or silence suppression.`;
    case 'media-dtmf':
      return finding.by === 'event'
        ? `${first(WHO[finding.side])} pressed ${finding.count === 1 ? 'one key' : `${finding.count} keys`}, sent as telephone-event in the RTP. If nothing reacts, check whether the other side takes events and not tones.`
        : `${first(WHO[finding.side])} pressed ${finding.count === 1 ? 'one key' : `${finding.count} keys`}, sent by INFO and not in the RTP. If nothing reacts, check whether the other side takes DTMF from INFO.`;
    case 'media-quality': {
      const { from, lost, expected, jitter } = finding;
      const what = [
        lost > 0 ? `${count(lost)} of ${count(expected)} RTP packets (${percent(lost / expected)}) are missing` : '',
        jitter === null ? '' : `the jitter is ${milliseconds(jitter)}`,
      ];
      return `Of the audio of ${WHO[from]}, ${what.filter(Boolean).join(' and ')} at the capture point. Check the network between ${WHO[from]} and this point, and whether the capturing host itself dropped packets.`;
    }
    case 'media-payload':
      return `${first(WHO[finding.from])} sends payload type ${finding.type} (${count(finding.packets)} packets), which the other side did not describe; it knows ${finding.known.join(', ')}. Check the codec settings of ${WHO[finding.from]}: the other side may drop these packets.`;
    case 'media-unreachable': {
      const { side, by, why, to } = finding;
      const what = {
        port: `nothing listens at ${end(to)}`,
        host: `the host of ${end(to)} cannot be reached`,
        network: `there is no way to the network of ${end(to)}`,
        protocol: `the host of ${end(to)} does not know UDP`,
        prohibited: `a filter refuses packets to ${end(to)}`,
      }[why];
      return `RTP to ${WHO[side]} does not arrive: ICMP from ${by} says that ${what}, the address that ${WHO[side]} asked for. Check whether its media program runs, and its description.`;
    }
  }
}

/** A stream of a call as one line */
export function streamLine({ stream, codec, srtp, loss, jitter, after, media }: Heard): string {
  return [
    `${end(stream.from)} → ${end(stream.to)}: ${srtp ? 'SRTP' : 'RTP'} ${media} ${codec}, ${count(stream.packets)} packets`,
    after === null
      ? ''
      : after < 0
        ? `first ${duration(-after)} before the 200`
        : `first ${duration(after)} after the 200`,
    loss === null ? '' : `loss ${percent(loss)}`,
    jitter === null ? '' : `jitter ${milliseconds(jitter.mean)} (at most ${milliseconds(jitter.max)})`,
    stream.copies > 0 ? `${count(stream.copies)} copies left out` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The label of a stream in the ladder */
export const streamLabel = ({ stream, codec, srtp }: Heard): string =>
  `${srtp ? 'SRTP' : 'RTP'} ${codec} · ${count(stream.packets)}`;
