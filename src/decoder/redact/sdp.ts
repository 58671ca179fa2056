import type { Pseudonyms } from './pseudonyms.ts';
import { list } from './tokens.ts';

// Session descriptions (RFC 8866): what names codecs, times and capabilities stays, line by line and value by value.

const MEDIA = list('audio video text application message image');
const PROTOCOLS = list(`RTP/AVP RTP/SAVP RTP/AVPF RTP/SAVPF UDP/TLS/RTP/SAVP UDP/TLS/RTP/SAVPF TCP/TLS/RTP/SAVP
  TCP/RTP/AVP TCP/RTP/SAVP udptl UDPTL UDP/UDPTL tcp udp TCP/MSRP TCP/TLS/MSRP UDP/DTLS/SCTP TCP/DTLS/SCTP DTLS/SCTP
  TCP/BFCP TCP/TLS/BFCP UDP/BFCP UDP/TLS/BFCP`);
const FORMATS = list('t38 * webrtc-datachannel image/t38');
const CODECS =
  list(`PCMU PCMA G722 G7221 G7221C G723 G726-16 G726-24 G726-32 G726-40 AAL2-G726-16 AAL2-G726-24 AAL2-G726-32
  AAL2-G726-40 G728 G729 G729A G729D G729E G729AB GSM GSM-EFR GSM-HR-08 iLBC Speex opus SILK L16 L16-256 L8 AMR AMR-WB
  AMR-WB+ EVS EVRC EVRC0 EVRCB EVRCWB ISAC LPC DVI4 QCELP MPA VDVI mpeg4-generic MP4A-LATM MP4V-ES telephone-event CN RED
  red rtx ulpfec flexfec flexfec-03 parityfec tone t140 H261 H263 H263-1998 H263-2000 H264 H264-SVC H265 VP8 VP9 AV1
  CLEARMODE X-CCD BV16 BV32 SIREN7 SIREN14 G719 AAC`);
/** Parameters of formats whose values are numbers, lists or ranges of numbers, or yes and no. */
const FORMAT_PARAMETERS = list(`annexa annexb bitrate octet-align mode-set mode-change-period mode-change-capability
  mode-change-neighbor crc robust-sorting interleaving max-red ptime maxptime mode minptime useinbandfec usedtx cbr stereo
  sprop-stereo maxplaybackrate sprop-maxcapturerate maxaveragebitrate packetization-mode level-asymmetry-allowed
  max-mbps max-fs max-cpb max-dpb max-br max-smbps max-fr apt rtx-time profile profile-id level-id tier-flag tx-mode
  channels ecn-capable-rtp br bw dtx dtx-recv hf-only evs-mode-switch ch-aw-recv cif qcif vbr cng duration penalty
  x-google-start-bitrate x-google-max-bitrate x-google-min-bitrate`);
const VALUE = /^(?:0|[1-9]\d{0,5}|yes|no|on|off|nb|wb|swb|fb)$/i;
const LIST = /^\d{1,2}(?:[-,]\d{1,2}){1,15}$/;
/** The events of a key pad, and what comes after them (RFC 4733 §2.4.1). */
const EVENTS = /^0-1[0-6](?:,\d{1,3}(?:-\d{1,3})?){0,8}$/;
/** The same payload again and again, as RED has it (RFC 2198 §5). */
const BLOCKS = /^(\d{1,3})(?:\/\1){0,15}$/;
const FLAGS = list(`sendrecv sendonly recvonly inactive rtcp-mux rtcp-mux-only rtcp-rsize bundle-only ice-lite
  end-of-candidates extmap-allow-mixed mixed t38faxfillbitremoval t38faxtranscodingmmr t38faxtranscodingjbig`);
const GROUPS = list('BUNDLE LS FID SRF ANAT FEC DDP CS');
/** Attributes whose values go, but which say by their name what is used (RFC 8839, RFC 4568, RFC 8830). */
const OPAQUE =
  list(`candidate ice-ufrag ice-pwd remote-candidates key-mgmt ssrc ssrc-group msid extmap rid simulcast label
  tool imageattr sctpmap sctp-port max-message-size path accept-types content cname rtcp-xr`);
/** Attributes whose value is one of a few words, or short numbers. */
const VALUES: Record<string, RegExp> = {
  ptime: /^\d{1,4}$/,
  maxptime: /^\d{1,4}$/,
  minptime: /^\d{1,4}$/,
  framerate: /^\d{1,3}(?:\.\d{1,3})?$/,
  framesize: /^\d{1,3} \d{1,4}-\d{1,4}$/,
  quality: /^\d{1,2}$/,
  setup: /^(?:active|passive|actpass|holdconn)$/i,
  connection: /^(?:new|existing)$/i,
  'ice-options': /^(?:trickle|ice2|renomination|rtp\+ecn)(?: (?:trickle|ice2|renomination|rtp\+ecn)){0,3}$/i,
  silencesupp: /^(?:on|off)(?: (?:-|\d{1,3}|standard|custom|fixed|cn)){0,4}$/i,
  'rtcp-fb':
    /^(?:\d{1,3}|\*) (?:ack|nack|ccm|goog-remb|transport-cc|trr-int)(?: (?:pli|sli|rpsi|app|fir|tmmbr|tstr|vbcm|rai|tllei|pslei|\d{1,5})){0,2}$/i,
  t38faxversion: /^\d$/,
  t38maxbitrate: /^\d{1,6}$/,
  t38faxmaxifp: /^\d{1,5}$/,
  t38faxratemanagement: /^(?:localTCF|transferredTCF)$/i,
  t38faxmaxbuffer: /^\d{1,5}$/,
  t38faxmaxdatagram: /^\d{1,5}$/,
  t38faxudpec: /^t38UDP(?:Redundancy|FEC|NoEC)$/i,
  t38faxfillbitremoval: /^[01]$/,
  t38faxtranscodingmmr: /^[01]$/,
  t38faxtranscodingjbig: /^[01]$/,
  curr: /^qos (?:local|remote|e2e) (?:none|send|recv|sendrecv)$/i,
  des: /^qos (?:mandatory|optional|none|failure|unknown) (?:local|remote|e2e) (?:none|send|recv|sendrecv)$/i,
  conf: /^qos (?:local|remote|e2e) (?:none|send|recv|sendrecv)$/i,
};
const SUITES = list(`AES_CM_128_HMAC_SHA1_80 AES_CM_128_HMAC_SHA1_32 F8_128_HMAC_SHA1_80 AES_192_CM_HMAC_SHA1_80
  AES_192_CM_HMAC_SHA1_32 AES_256_CM_HMAC_SHA1_80 AES_256_CM_HMAC_SHA1_32 AES_CM_192_HMAC_SHA1_80 AES_CM_192_HMAC_SHA1_32
  AES_CM_256_HMAC_SHA1_80 AES_CM_256_HMAC_SHA1_32 AEAD_AES_128_GCM AEAD_AES_256_GCM`);
const HASHES = list('sha-1 sha-224 sha-256 sha-384 sha-512 md5');

/**
 * @param body a session description, complete or cut, with line ends of any kind
 * @param names replacements
 * @returns the same lines with addresses, names, keys and free text replaced
 */
export const redactSdp = (body: string, names: Pseudonyms): string =>
  body
    .split(/(\r\n|\r|\n)/)
    .map((part, index) => (index % 2 === 1 ? part : redactLine(part.trim(), names)))
    .join('');

function redactLine(line: string, names: Pseudonyms): string {
  if (line === '') return '';
  const [type, value] = [line.slice(0, 2), line.slice(2)];
  const whole = () => (value === '' ? type : type + names.word('text', value));
  switch (type) {
    case 'v=':
      return /^\d{0,2}$/.test(value) ? line : whole();
    case 't=':
      return /^0 0$/.test(value) ? line : whole();
    case 'b=':
      return /^(?:CT|AS|TIAS|RS|RR):\d{1,7}$/.test(value) ? line : whole();
    case 'm=':
      return `m=${media(value, names)}`;
    case 'o=':
      return `o=${origin(value, names)}`;
    case 's=':
      return ['-', ' ', ''].includes(value) ? line : 's=-';
    case 'c=':
      return `c=${connection(value, names)}`;
    case 'a=':
      return `a=${attribute(value, names)}`;
    default:
      return /^[a-z]=$/.test(type) ? whole() : names.word('text', line);
  }
}

function media(value: string, names: Pseudonyms): string {
  const [type = '', port = '', protocol = '', ...formats] = value.split(/\s+/);
  const given = [
    keep(MEDIA.has(type.toLowerCase()), type, names),
    keep(/^\d{1,5}(?:\/\d{1,2})?$/.test(port), port, names),
    keep(PROTOCOLS.has(protocol.toLowerCase()), protocol, names),
    ...formats.map((one) => keep(/^\d{1,3}$/.test(one) || FORMATS.has(one.toLowerCase()), one, names)),
  ];
  return given.filter((one) => one !== '').join(' ');
}

const keep = (harmless: boolean, text: string, names: Pseudonyms): string =>
  harmless ? text : names.word('value', text);

function origin(value: string, names: Pseudonyms): string {
  const [user = '-', id = '', version = '', net = '', kind = '', address = ''] = value.split(/\s+/);
  const numbers = [
    /^\d{1,3}$/.test(id) || id === '' ? id : /^\d+$/.test(id) ? names.user(id) : names.word('id', id),
    /^\d+$/.test(version) ? names.counts.replace('sdp', version) : names.word('id', version),
  ];
  const words = [net, kind].map((one) => keep(/^(?:IN|IP[46])$/i.test(one), one, names));
  return [user === '-' ? '-' : names.user(user), ...numbers, ...words, names.host(address)].join(' ').trimEnd();
}

function connection(value: string, names: Pseudonyms): string {
  const parts = /^IN\s+(IP[46])\s+([^\s/]+)((?:\/\d{1,3}){0,2})$/i.exec(value.trim());
  return parts ? `IN ${parts[1]} ${names.host(parts[2]!)}${parts[3]}` : names.word('text', value);
}

function attribute(text: string, names: Pseudonyms): string {
  const at = text.indexOf(':');
  const written = at < 0 ? text : text.slice(0, at);
  const name = written.toLowerCase();
  const value = at < 0 ? '' : text.slice(at + 1).trim();
  if (at < 0) return keep(FLAGS.has(name), text, names);
  switch (name) {
    case 'rtpmap':
      return `rtpmap:${rtpmap(value, names)}`;
    case 'fmtp':
      return `fmtp:${fmtp(value, names)}`;
    case 'mid':
      return `mid:${mid(value, names)}`;
    case 'group': {
      const [semantics = '', ...mids] = value.split(/\s+/);
      return `group:${[keep(GROUPS.has(semantics.toLowerCase()), semantics, names), ...mids.map((one) => mid(one, names))].join(' ')}`;
    }
    case 'rtcp': {
      const parts = /^(\d{1,5})(?:\s+(.*))?$/.exec(value);
      if (!parts) return `rtcp:${names.word('value', value)}`;
      return `rtcp:${parts[1]}${parts[2] ? ` ${connection(parts[2], names)}` : ''}`;
    }
    case 'crypto': {
      // The kind of keying stays, the key goes.
      const parts = /^(\d{1,3})\s+(\w+)/.exec(value);
      const suite = parts && SUITES.has(parts[2]!.toLowerCase()) ? parts[2]! : 'AES_CM_128_HMAC_SHA1_80';
      return `crypto:${parts?.[1] ?? '1'} ${suite} inline:${names.word('credential', value)}`;
    }
    case 'fingerprint': {
      const [hash = '', ...rest] = value.split(/\s+/);
      return `fingerprint:${keep(HASHES.has(hash.toLowerCase()), hash, names)} ${names.word('credential', rest.join(' '))}`;
    }
  }
  const allowed = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  if (!allowed) return OPAQUE.has(name) ? `${name}:${names.word('value', value)}` : names.word('value', text);
  return `${written}:${keep(allowed.test(value), value, names)}`;
}

/** Sets of modes and the like count up and are small; the parts of a phone number do not. */
function isList(text: string): boolean {
  if (!LIST.test(text)) return false;
  const numbers = text.split(/[-,]/).map(Number);
  return numbers.every((one, at) => one < 16 && (at === 0 || one > numbers[at - 1]!));
}

/** Numbers and the names of the media say nothing; others are chosen by whoever wrote the software. */
const mid = (text: string, names: Pseudonyms): string =>
  /^(?:\d{1,2}|audio|video|data)$/.test(text) || text === '' ? text : names.word('mid', text);

function rtpmap(value: string, names: Pseudonyms): string {
  const parts = /^(\d{1,3})\s+([^\s/]+)(.*)$/s.exec(value);
  if (!parts) return names.word('value', value);
  const [, payload, codec, rate] = parts;
  const name = CODECS.has(codec!.toLowerCase()) ? codec! : names.word('codec', codec!);
  return `${payload} ${name}${keepRate(rate!, names)}`;
}

/** Clock rate and channels. */
const keepRate = (rate: string, names: Pseudonyms): string =>
  /^(?:\/\d{1,6}(?:\/\d{1,2})?)?$/.test(rate) ? rate : `/${names.word('value', rate)}`;

function fmtp(value: string, names: Pseudonyms): string {
  const parts = /^(\d{1,3})\s+(.*)$/s.exec(value);
  if (!parts) return names.word('value', value);
  const given = parts[2]!.split(';').map((one) => {
    const part = one.trim();
    // These have no name.
    if (EVENTS.test(part) || BLOCKS.test(part) || part === '') return part;
    const [name = '', ...said] = part.split('=');
    const text = said.join('=');
    const known = FORMAT_PARAMETERS.has(name.trim().toLowerCase()) && (VALUE.test(text) || isList(text));
    // RFC 6184 §8.1: profile and level in six hexadecimal digits.
    return known || /^profile-level-id=(?:42|4d|58|64|6e|7a)[0-9a-f]{4}$/i.test(part)
      ? part
      : names.word('value', part);
  });
  return `${parts[1]} ${given.join(';')}`;
}
