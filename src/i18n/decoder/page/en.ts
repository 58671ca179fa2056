import type { OwnFormat } from '../../../decoder/input/formats/index.ts';
import type { SkipReason } from '../../../decoder/message/types.ts';

/** What the page of the decoder says besides what it found. Its script reads them from the worker and the markup. */
export interface DecodePageWords {
  nav: string;
  input: string;
  inputHint: string;
  file: string;
  drop: string;
  read: (format: string, messages: number) => string;
  decode: string;
  example: string;
  clear: string;
  cancel: string;
  redact: string;
  /** What the box does and does not cover. */
  redactHint: string;
  /** Read out after it was done; how many different texts. */
  replaced: (count: number) => string;
  asFound: string;
  notRedacted: string;
  notRead: string;
  local: string;
  /** What is in the place of the answer before there is one. */
  expect: string;
  expected: readonly string[];
  needsScript: string;
  progress: (percent: number, messages: number) => string;
  /** Everything is read. */
  analysing: (messages: number) => string;
  failed: string;
  empty: string;
  stopped: string;
  /** Stopped before there was anything to show. */
  given: string;
  /** Buttons under a list of which more can be shown, and what is shown where the rest is only counted. */
  moreGroups: (count: number) => string;
  moreSteps: (count: number) => string;
  rest: (count: number) => string;
  conversations: string;
  messageCount: (count: number) => string;
  message: string;
  close: string;
  said: string;
  legs: string;
  more: string;
  copyMarkdown: string;
  copyText: string;
  downloadSvg: string;
  copied: string;
  notCopied: string;
  ladderHint: string;
  formats: Record<OwnFormat, string>;
  /** A log of a product, or what a tool printed, within a sentence. */
  logOf: (product: string) => string;
  printedBy: (tool: string) => string;
  /** What was skipped; `lines` are those of the text, such as `3–7, 12`, empty for captures. */
  skipped: Record<SkipReason, (count: number, lines: string) => string>;
  /** The file is of a format that is not read here, or packed; the command makes it readable. */
  foreign: (kind: 'capture' | 'packed', name: string, command: string) => string;
  /** Reading was stopped before the end; sizes in octets or characters. */
  partial: (read: number, size: number) => string;
  reversed: string;
  media: {
    heading: string;
    title: (type: string, delayed: boolean) => string;
    line: string;
    offer: string;
    answer: string;
    address: string;
    protocol: string;
    direction: string;
    codecs: string;
    common: string;
    none: string;
    rejected: string;
    noAnswer: string;
  };
}

const packets = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'packet' : 'packets'}`;
const were = (count: number) => (count === 1 ? 'was' : 'were');
const amount = (octets: number) =>
  octets < 1e6 ? `${Math.ceil(octets / 1000).toLocaleString('en')} KB` : `${(octets / 1e6).toFixed(1)} MB`;

export const decodePage: DecodePageWords = {
  nav: 'Decode a trace',
  input: 'SIP trace',
  inputHint: 'Paste SIP messages or a log here.',
  file: 'Open a file',
  drop: 'Drop a pcap, pcapng or text file anywhere on this page.',
  read: (format, messages) =>
    `Read as ${format}: ${messages.toLocaleString('en')} SIP ${messages === 1 ? 'message' : 'messages'}.`,
  decode: 'Decode',
  example: 'Show an example',
  clear: 'Clear',
  cancel: 'Stop',
  redact: 'Redact',
  redactHint:
    'With “Redact”, names, numbers, addresses, credentials and every free text that is not known to be harmless are replaced in all that is shown, copied and saved. Times, ports, codecs, methods and response codes stay.',
  replaced: (count) =>
    `Redacted: ${count.toLocaleString('en')} different ${count === 1 ? 'value was' : 'values were'} replaced.`,
  asFound: 'Shown as found, not redacted.',
  notRedacted: 'This trace could not be redacted, so nothing of it is shown.',
  notRead: 'This trace could not be explained, so nothing of it is shown.',
  local: 'The trace stays in your browser. This page sends nothing and keeps nothing.',
  expect: 'The answer appears here.',
  expected: [
    'How the call ended, and whether that is normal or a fault',
    'Findings, each with the section of the RFC it rests on',
    'The ladder with times; every message opens in full',
    'Offer and answer of the session descriptions, line by line',
    'The pages of the codes and of the symptom',
  ],
  needsScript: 'Decoding happens in your browser and needs JavaScript. The pages of the codes do not.',
  progress: (percent, messages) => `Read ${percent} %, ${messages.toLocaleString('en')} SIP messages so far.`,
  analysing: (messages) => `SIP messages read: ${messages.toLocaleString('en')}. Analyzing …`,
  failed: 'The decoder could not be loaded. Check the connection, then reload the page.',
  empty: 'No SIP message was found in this.',
  stopped: 'Reading was stopped; this is what came before.',
  given: 'Stopped. Nothing is shown.',
  moreGroups: (count) => `Show more (${count.toLocaleString('en')} left)`,
  moreSteps: (count) => `Show more messages (${count.toLocaleString('en')} left)`,
  rest: (count) => `… and ${count.toLocaleString('en')} more`,
  conversations: 'Calls and other exchanges',
  messageCount: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'message' : 'messages'}`,
  message: 'Message',
  close: 'Close',
  said: 'Reason and Warning',
  legs: 'Legs shown together',
  more: 'Read on',
  copyMarkdown: 'Copy as Markdown',
  copyText: 'Copy as text',
  downloadSvg: 'Download the ladder (SVG)',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying.',
  ladderHint: 'Choose a message to read it in full.',
  formats: {
    raw: 'SIP messages',
    json: 'records in JSON',
    bytes: 'bytes printed as text',
    'wireshark-text': 'text printed by Wireshark',
    pcap: 'a pcap capture',
    pcapng: 'a pcapng capture',
  },
  logOf: (product) => `a log of ${product}`,
  printedBy: (tool) => `output of ${tool}`,
  skipped: {
    text: (count) => `${count.toLocaleString('en')} other ${count === 1 ? 'line has' : 'lines have'} no SIP.`,
    mention: (count, lines) =>
      `${count === 1 ? 'A line names' : `${count.toLocaleString('en')} lines name`} a SIP code or request without its message: ${lines}.`,
    'not-taken-apart': (_, lines) => `These lines look like SIP and could not be taken apart: ${lines}.`,
    'start-missing': (_, lines) => `These lines belong to a message whose first line is missing: ${lines}.`,
    'ladder-picture': (_, lines) =>
      `These lines are a picture of a call flow: ${lines}. It has no messages; save the messages themselves as text.`,
    'packet-list': (_, lines) =>
      `These lines are a list of packets: ${lines}. It has no messages; export the packet details, or open the capture itself.`,
    'tree-folded': (_, lines) =>
      `These lines are packet details that are not expanded: ${lines}. Export them again with all details expanded, or open the capture itself.`,
    'left-out': (_, lines) => `A mark says that text was left out here: ${lines}.`,
    unreachable: (count) =>
      `ICMP reported ${count === 1 ? 'once' : `${count.toLocaleString('en')} times`} that the destination of a message could not be reached. Check whether a server listens at that address and port, and whether a firewall refuses it.`,
    'not-sip': (count) => `${packets(count)} held no SIP.`,
    'not-ip': (count) => `${packets(count)} held no IP, such as ARP or Wi-Fi management.`,
    media: (count) => `${packets(count)} ${were(count)} RTP (media).`,
    rtcp: (count) => `${packets(count)} ${were(count)} RTCP (reports on media).`,
    stun: (count) => `${packets(count)} ${were(count)} STUN or TURN.`,
    dtls: (count) => `${packets(count)} ${were(count)} DTLS, which agrees on the keys of media.`,
    icmp: (count) => `${packets(count)} ${were(count)} ICMP.`,
    encrypted: (count) => `${packets(count)} ${were(count)} encrypted with TLS, which may hold SIP.`,
    ipsec: (count) => `${packets(count)} ${were(count)} encrypted with IPsec (ESP), which may hold SIP.`,
    'tunnel-encrypted': (count) => `${packets(count)} came in an encrypted tunnel, which may hold SIP.`,
    'wifi-protected': (count) => `${packets(count)} ${were(count)} Wi-Fi frames that are still encrypted.`,
    compressed: (count) => `${packets(count)} held compressed WebSocket messages, which are not unpacked here.`,
    truncated: (count) => `${packets(count)} ended early.`,
    malformed: (count) => `${packets(count)} could not be read.`,
    'unknown-link-type': (count) => `${packets(count)} came from a kind of network interface that is not known here.`,
    fragment: (count) => `${packets(count)} ${count === 1 ? 'lacks some of its' : 'lack some of their'} fragments.`,
    gap: (count) =>
      `${count.toLocaleString('en')} ${count === 1 ? 'gap' : 'gaps'} in TCP streams: segments are missing in the capture.`,
    damaged: () => 'The packed file breaks off or is damaged; this is what came before.',
    limit: (count) =>
      `${count.toLocaleString('en')} SIP ${count === 1 ? 'message' : 'messages'} past the limit ${count === 1 ? 'was' : 'were'} counted and left out.`,
    stopped: (count) =>
      `${count.toLocaleString('en')} more SIP ${count === 1 ? 'message' : 'messages'} had been read by then, and ${count === 1 ? 'was' : 'were'} not analyzed.`,
  },
  foreign: (kind, name, command) =>
    kind === 'capture'
      ? `This is a capture of ${name}, which is not read here. Convert it first: ${command}`
      : `This file is packed (${name}) and not unpacked here. Unpack it first: ${command}`,
  partial: (read, size) =>
    `${Math.floor((100 * read) / size)} % of the input was read (${amount(read)} of ${amount(size)}).`,
  reversed: 'The newest message came first in the input; here they are in the order of their times.',
  media: {
    heading: 'Session descriptions',
    title: (type, delayed) => (delayed ? `${type} (offer in the response)` : type),
    line: 'Line',
    offer: 'Offer',
    answer: 'Answer',
    address: 'Address',
    protocol: 'Transport',
    direction: 'Direction',
    codecs: 'Codecs',
    common: 'In common: ',
    none: 'none',
    rejected: 'The answer rejects this line.',
    noAnswer: 'No answer was seen.',
  },
};
