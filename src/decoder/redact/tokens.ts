import { LEG_FIELDS } from '../message/fields.ts';

// Words with a fixed meaning in a place of their own, by the registries that define them. A value that is not here is
// replaced, so that a list grows only by what names nobody.

/** The words of a list separated by spaces or line ends, in lower case */
export const list = (words: string): ReadonlySet<string> => new Set(words.trim().toLowerCase().split(/\s+/));

/** RFC 3261 and the registry of methods. */
export const METHODS: ReadonlySet<string> = new Set(
  'INVITE ACK BYE CANCEL OPTIONS REGISTER PRACK SUBSCRIBE NOTIFY PUBLISH INFO REFER MESSAGE UPDATE'.split(' '),
);

/** Registry of option tags. */
export const OPTION_TAGS = list(`100rel 199 answermode early-session eventlist explicitsub from-change geolocation-http
  geolocation-sip gin gruu histinfo ice join multiple-refer norefersub nosub outbound path policy precondition pref privacy
  recipient-list-invite recipient-list-message recipient-list-subscribe record-aware replaces resource-priority
  sdp-anat sec-agree siprec tdialog timer trickle-ice uui`);

/** Registry of event packages, with those of products that are widely seen. */
export const EVENTS =
  list(`call-completion conference consent-pending-additions dialog kpml load-control message-summary
  poc-settings presence presence.winfo reg reg.winfo refer spirits-indps spirits-user-prof ua-profile vq-rtcpxr xcap-diff
  as-feature-event call-info check-sync keep-alive line-seize talk hold certificate credential dialog.winfo`);

/** Media types of bodies of SIP (registry of media types). */
export const MEDIA_TYPES =
  list(`application/sdp application/isup application/qsig application/dtmf-relay application/dtmf
  application/pidf+xml application/pidf-diff+xml application/xpidf+xml application/dialog-info+xml application/reginfo+xml
  application/rlmi+xml application/conference-info+xml application/simple-message-summary application/media_control+xml
  application/resource-lists+xml application/rs-metadata+xml application/kpml-request+xml application/kpml-response+xml
  application/vnd.3gpp.sms application/vnd.3gpp.ussd+xml application/vnd.3gpp.ims+xml application/vq-rtcpxr
  application/broadsoft application/x-as-feature-event+xml application/cpim-pidf+xml application/watcherinfo+xml
  application/im-iscomposing+xml application/pkcs7-mime application/pkcs7-signature application/octet-stream
  application/xml application/json application/pdf application/load-control+xml application/trickle-ice-sdpfrag
  application/emergencycalldata.ecall.msd message/sip message/sipfrag message/cpim multipart/mixed multipart/alternative
  multipart/related multipart/signed text/plain text/html text/xml image/jpeg image/png image/gif audio/wav */*
  application/* text/* multipart/* image/* audio/* video/*`);

/** Feature tags of capabilities (RFC 3840 §10, RFC 5626, registry of media feature tags). Their values are looked at. */
export const FEATURES = list(`audio video text application data control automata isfocus duplex mobility language type
  events schemes methods extensions priority description uri-user uri-domain actor class sip.byeless sip.rendering
  +sip.message +sip.ice +sip.app-subtype +sip.fork +sip.pns +sip.clue +sip.609 explicit require`);

/** Call-IDs of other legs in fields of their own. */
export const CALL_ID_FIELDS = list(`Call-ID In-Reply-To ${LEG_FIELDS.join(' ')}`);

/** ISO 639 languages as phones write them; an unknown one is replaced. */
export const LANGUAGES =
  list(`* ar bg ca cs da de el en en-au en-gb en-us es es-es es-mx et fi fr fr-ca fr-fr he hi hr hu id
  it ja ja-jp ko ko-kr lt lv ms nb nl no pl pt pt-br pt-pt ro ru sk sl sr sv th tr uk vi zh zh-cn zh-tw`);

export const ENCODINGS = list('gzip deflate identity compress br *');
export const CHARSETS = list('utf-8 us-ascii iso-8859-1 iso-8859-15 shift_jis euc-jp iso-2022-jp gb2312 gbk utf-16');
export const DISPOSITIONS = list(`session early-session render icon alert attachment inline by-reference info-package
  recipient-list recipient-list-history signal aib recording-session`);
export const PRIVACY = list('header session user none critical id history');
export const PRIORITIES = list('emergency urgent normal non-urgent');
export const EARLY_MEDIA = list('supported sendrecv sendonly recvonly inactive gated');
export const REQUEST_DISPOSITIONS = list(`proxy redirect cancel no-cancel fork no-fork recurse no-recurse parallel
  sequential queue no-queue`);
export const SUBSCRIPTION_STATES = list('active pending terminated');
export const AUTH_SCHEMES = list('Digest Basic Bearer NTLM Kerberos TLS-DSK Negotiate');
export const ALGORITHMS = list(`MD5 MD5-sess SHA-256 SHA-256-sess SHA-512-256 SHA-512-256-sess AKAv1-MD5 AKAv2-MD5
  AKAv1-MD5-sess token`);
/** RFC 3326 §2 and its registry, with what FreeSWITCH and others write. */
export const REASON_PROTOCOLS = list('SIP Q.850 Q850 STIR Preemption FreeSWITCH X.int ESA RELEASE_CAUSE EMM');
/** RFC 8606 §4. */
export const LOCATIONS = list('U LPN LN TN RLN RPN INTL BI LOC-6 LOC-8 LOC-9 LOC-11 LOC-12 LOC-13 LOC-14 LOC-15');
export const TRANSPORTS = list('UDP TCP TLS SCTP WS WSS TLS-SCTP DTLS-UDP DTLS-SCTP');
export const URI_SCHEMES = list('sip sips tel http https urn cid mailto im pres data');
/** RFC 5031, RFC 6050. */
export const URNS = list(`urn:service:sos urn:service:sos.ambulance urn:service:sos.fire urn:service:sos.police
  urn:service:sos.ecall.automatic urn:service:sos.ecall.manual urn:service:test.sos urn:urn-7:3gpp-service.ims.icsi.mmtel
  urn:alert:service:call-waiting urn:alert:source:internal urn:alert:source:external urn:alert:service:normal`);
