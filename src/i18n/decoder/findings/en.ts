import type { FindingDetail } from '../../../decoder/rules/findings.ts';
import { codeName, type Names } from '../../../decoder/show/code-names.ts';
import type { Direction } from '../../../decoder/message/sdp.ts';
import { mediaFinding } from '../media/en.ts';
import { duration } from '../outcome/en.ts';
import { partyEn } from '../party/en.ts';

const times = (number: number): string => (number === 1 ? 'once' : number === 2 ? 'twice' : `${number} times`);
const list = (words: string[]): string => (words.length === 0 ? 'none' : words.join(', '));
const within = (seconds: number | null): string => (seconds === null ? '' : ` within ${duration(seconds)}`);

const flows: Record<Direction, string> = {
  sendrecv: 'send and receive',
  sendonly: 'only send',
  recvonly: 'only receive',
  inactive: 'neither send nor receive',
};

/** RFC 8606 §4: where in the network the cause was made. */
const LOCATIONS: Record<string, string> = {
  U: 'user',
  LPN: 'private network serving the local user',
  LN: 'public network serving the local user',
  TN: 'transit network',
  RLN: 'public network serving the remote user',
  RPN: 'private network serving the remote user',
  INTL: 'international network',
  BI: 'network beyond the interworking point',
};

/**
 * @param finding what a rule found
 * @param names of codes
 * @returns English: one sentence that says what was seen, and one that says what to check next
 */
export function traceFinding(finding: FindingDetail, names: Names): string {
  const code = (number: number) => codeName(number, names);
  switch (finding.kind) {
    case 'ack-missing': {
      const { repeats, seconds, ended } = finding;
      return `The 2xx was sent again ${times(repeats)}${within(seconds)} because no ACK arrived${ended ? ', and the called side then ended the call' : ''}. Check whether the caller sent an ACK at all, and whether the Contact and Record-Route of the 2xx can be reached from there.`;
    }
    case 'ack-misrouted':
      return `The ACK went to ${finding.target}, but the Contact of the 2xx is ${finding.contact}. Check what between the two rewrites Contact or the Request-URI, such as an ALG in a router.`;
    case 'ack-cseq':
      return `The ACK has CSeq ${finding.ack ?? '(unreadable)'}, but its INVITE has ${finding.invite ?? '(unreadable)'}, so the other side cannot match them. Check the software that sent the ACK.`;
    case 'ack-branch':
      return `The ACK to ${code(finding.code)} has another Via branch than its INVITE, so the server does not recognise it and repeats the response. Check the software that sent the ACK.`;
    case 'ack-missing-failure':
      return `${code(finding.code)} was sent again ${times(finding.repeats)} because no ACK arrived. Check whether the response reaches the sender of the INVITE: compare Via with the address that the packets came from.`;
    case 'success-after-cancel':
      return finding.cleared === true
        ? 'The 2xx crossed with the CANCEL, and a BYE ended the call as it should. Nothing has to be done.'
        : finding.cleared === null
          ? 'The 2xx crossed with the CANCEL, and the trace ends soon after. The caller has to acknowledge the 2xx and send BYE: check whether it does.'
          : 'The 2xx came although the caller had cancelled, and no BYE followed, so the called side believes that the call is up. Check whether the caller acknowledges the 2xx and sends BYE.';
    case 'forked-answers': {
      const { answers, open, unconfirmed, settled } = finding;
      if (settled)
        return `${answers} phones answered; each answer got its ACK, and those not wanted got a BYE. Nothing has to be done.`;
      const lacks = [
        open > 1 ? `without a BYE in the trace: ${open}` : '',
        unconfirmed > 0 ? `without an ACK: ${unconfirmed}` : '',
      ];
      return `${answers} phones answered; calls ${lacks.filter(Boolean).join(', ')}. Check whether the caller sends ACK to every answer, and BYE to each that it does not keep.`;
    }
    case 'cancel-without-final':
      return `No final response to the INVITE came${within(finding.seconds)} after the CANCEL; a 487 was due. Check whether the CANCEL has the same branch, Request-URI and CSeq number as the INVITE, and whether the called side got it.`;
    case 'cancel-too-early':
      return 'The CANCEL was sent before any response to the INVITE. Check the client: it has to wait for a provisional response, since otherwise the CANCEL may overtake the INVITE.';
    case 'no-response':
      return `The ${finding.method} was sent ${times(finding.sent)}${within(finding.seconds)} to ${partyEn(finding.to)}, and the trace has no reply. Check address, port and transport, firewalls on the way, and whether the server listens there; then trace at the server.`;
    case 'unreachable': {
      const { method, code: number, why, by, to, transport } = finding;
      const what = number === null ? `The ${method}` : `The response ${number} (${method})`;
      const target = `${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port} (${transport})`;
      return {
        port: `${what} did not arrive: ICMP from ${by} says that nothing listens at ${target}. Check address and port that it was sent to, and whether the program there runs and listens on this transport.`,
        host: `${what} did not arrive: ICMP from ${by} says that the host of ${target} cannot be reached. Check the address, and whether the host is up.`,
        network: `${what} did not arrive: ICMP from ${by} says that there is no way to the network of ${target}. Check the address and the routes.`,
        protocol: `${what} did not arrive: ICMP from ${by} says that the host of ${target} does not know this transport. Check the transport.`,
        prohibited: `${what} did not arrive: ICMP from ${by} says that a filter refuses packets to ${target}. Check the rules of the firewall there.`,
      }[why];
    }
    case 'retransmitted': {
      const { requests, responses } = finding;
      const what = [
        requests > 0 ? `${requests} of the requests` : '',
        responses > 0 ? `${responses} of the responses` : '',
      ]
        .filter(Boolean)
        .join(' and ');
      if (!finding.timed)
        return `${what} are in the trace more than once: sent again, or logged twice, which only times could tell. Check for packet loss and a slow server if they were sent again.`;
      return `${what} seen here are retransmissions, though a response came in the end. Check for packet loss and for a slow server; for INVITE, check that a 100 Trying comes within half a second.`;
    }
    case 'response-unmatched':
      return finding.what === 'cseq'
        ? `The response ${finding.code} (${finding.method}) has another CSeq number than the request with the same branch, so the client may drop it. Check the software that sent the response.`
        : `The response ${finding.code} (${finding.method}) has a Via branch that no request in the trace has, so the client will drop it. Check what on the way rewrites Via, and whether the trace holds all requests.`;
    case 'cseq-order':
      return `The ${finding.method} has CSeq ${finding.number} after a request with ${finding.before} from the same side; the other side may refuse it with 500. Check the software that sent it, or a B2BUA that does not adapt the numbers.`;
    case 'max-forwards':
      return finding.left === 0
        ? 'Max-Forwards has run down to 0, so a proxy that gets the request refuses it with 483. Look for a loop: compare the hosts in Via.'
        : `Only ${finding.left} of Max-Forwards are left. Look for a loop by comparing the hosts in Via, or for a client that starts below 70.`;
    case 'content-length':
      return {
        'too-long': `Content-Length${finding.detail ? ` (${finding.detail})` : ''} is larger than the body, so the message counts as cut off. Check what changes the body on the way without adapting the length.`,
        'too-short': `Content-Length${finding.detail ? ` (${finding.detail})` : ''} is smaller than the body, so the receiver drops the end of it. Check what changes the body on the way without adapting the length.`,
        missing:
          'Content-Length is missing, though a stream transport needs it to find the end of a message. Check the software that sent the message.',
      }[finding.what];
    case 'header-missing':
      return `The header field ${finding.name || 'that every message needs'} is missing. Check the software that sent the message.`;
    case 'malformed': {
      const detail = finding.detail ? ` (${finding.detail})` : '';
      return {
        header: `A header field cannot be read${detail}. Check the software that sent it; a strict server answers with 400.`,
        'start-line': `The first line of the message is not well formed${detail}. Check the software that sent it.`,
        version: `The message names another version than SIP/2.0${detail}. Check the software that sent it; a server answers with 505.`,
        'cseq-method': `CSeq names another method than the request line${detail}. Check the software that sent it; a server answers with 400.`,
        truncated: `The message has no empty line after its header fields${detail}. Check the software that sent it.`,
      }[finding.what];
    }
    case 'cut': {
      const are = finding.count === 1 ? 'One message is' : `${finding.count} messages are`;
      const were = finding.count === 1 ? 'One message was' : `${finding.count} messages were`;
      return {
        edited: `${are} not as sent: the log or a later edit changed lines, lengths or addresses. Nothing is concluded from bodies and lengths. Compare with the original if they matter.`,
        redacted: `${were} given words such as REDACTED in place of values: nothing is concluded from these values. Compare with the original if they matter.`,
        limit: `${were} cut by the log at its limit of length: nothing is concluded from what is missing. Raise the limit, or take a capture.`,
        end: `${were} cut by the end of the input: nothing is concluded from what is missing. Copy the trace to the end of the message.`,
        snap: `${were} cut by the snapshot length of the capture: nothing is concluded from what is missing. Capture again with whole packets, such as tcpdump -s 0.`,
        lost: `${were} captured without all parts, such as a lost TCP segment or fragment: nothing is concluded from what is missing. Check whether the capturing host dropped packets.`,
      }[finding.how];
    }
    case 'branch-old':
      return `The Via branch ${finding.branch || '(empty)'} does not begin with z9hG4bK, so the sender follows the rules from before 2002 and its transactions are matched by other fields. Check whether newer software is available.`;
    case 'udp-too-large':
      return `The ${finding.method} has ${finding.bytes} bytes over UDP; above 1300 bytes TCP is due, because fragments get lost. Check whether it arrives whole at the other side, use TCP, or offer fewer codecs.`;
    case 'relayed-503':
      return 'A proxy passed a 503 from behind it to the caller’s side, which may now take the whole proxy for overloaded. Check the failure route of the proxy: it should try another server, or send 500.';
    case 'retry-after':
      return `The server asks in Retry-After to wait ${finding.seconds} s after the ${finding.code}. Check whether the client keeps to that.`;
    case 'auth-normal':
      return `The ${code(finding.code)} is the usual challenge: the client repeated the ${finding.method} with credentials, and they were accepted. Nothing has to be done.`;
    case 'auth-loop': {
      const { tries, realm, user, sameNonce } = finding;
      const who = user ? ` for user ${user}` : '';
      return sameNonce
        ? `Credentials${who} in realm ${realm || '(empty)'} were refused ${times(tries)}, and the client went on with the same nonce. Check user name and password, and why the client does not take up the new challenge.`
        : `Credentials${who} in realm ${realm || '(empty)'} were refused ${tries === 1 ? '' : `${times(tries)} `}without stale=true. Check user name, authentication name and password of the client against the server.`;
    }
    case 'auth-stale':
      return finding.times > 1
        ? `The server called the nonce stale ${times(finding.times)}. Check how long a nonce lives there, whether several servers share their nonces, and whether the client takes the new one.`
        : finding.ended
          ? 'The nonce had expired (stale=true), and the client got through with the new one. Nothing has to be done.'
          : 'The nonce had expired (stale=true), which says nothing against the password. Check whether the client repeats the request with the new nonce.';
    case 'auth-unanswered':
      return `The challenge ${finding.code} for realm ${finding.realm || '(empty)'} (${list(finding.algorithms)}) is not answered within the trace. Check whether the client has an account for this realm and knows one of these algorithms.`;
    case 'auth-realm':
      return `The client sent credentials for realm ${finding.sent || '(empty)'}, but the challenge is for ${finding.asked || '(empty)'}. Check the realm in the settings of the client.`;
    case 'auth-cseq':
      return `The request with credentials has CSeq ${finding.number}, not a higher one than before, so a server may take it for a retransmission. Check the software of the client.`;
    case 'aka':
      return {
        normal: `The ${code(finding.code)} is the usual AKA challenge of a mobile network, and the SIM card answered it. Nothing has to be done.`,
        resynchronised: `The SIM card answered the AKA challenge ${finding.code} with auts, because its sequence number (SQN) was ahead or behind; the network took it over, and the next challenge went through. Nothing has to be done.`,
        'out-of-step': `The SIM card answers each AKA challenge ${finding.code} with auts: its sequence number (SQN) and that of the network stay apart. No password is involved. Check whether the HSS stores the number that auts brings.`,
        unanswered: `The AKA challenge ${finding.code} is not answered within the trace. The SIM card answers it, not a password: compare Ki and OPc of the SIM card with those in the HSS, and check whether phone and network agree on IPsec (Security-Client, Require: sec-agree).`,
        'not-accepted': `The AKA challenge ${finding.code} came back without a response, so the SIM card did not take it for one of its own network. Compare Ki and OPc of the SIM card with those in the HSS; OPc is not OP.`,
        refused: `The answer of the SIM card to the AKA challenge was refused. No password is involved: compare Ki and OPc of the SIM card with those in the HSS; OPc is not OP.`,
      }[finding.what];
    case 'private-contact':
      return `Contact has the private address ${finding.address}, but the packets come from ${finding.source}, so later requests such as ACK and BYE may not reach the sender. Check NAT settings: external address, or the contact handling for NAT at the server.`;
    case 'private-media':
      return `The SDP asks for media at the private address ${finding.address}, but the packets come from ${finding.source}, so audio may be missing in one direction. Check the external media address, STUN or ICE, and whether the other side answers to the source of the media.`;
    case 'nat-via': {
      const { said, seen, rport, nat } = finding;
      const what = nat ? 'a NAT stands between' : 'the sender has several addresses, or a NAT stands between';
      if (rport)
        return `Via says ${said}, but the packets come from ${seen}: ${what}, and rport lets the responses find their way. Nothing has to be done as long as they arrive.`;
      return nat
        ? `Via says ${said}, but the packets come from ${seen}: ${what}, and rport is missing. Check whether rport can be turned on in the client, so that responses go back through the NAT.`
        : `Via says ${said}, but the packets come from ${seen}: ${what}. Nothing has to be done as long as the responses arrive.`;
    }
    case 'rport-missing':
      return `The request came from port ${finding.seen}, Via names port ${finding.said} and has no rport, so responses go to port ${finding.said}, which a NAT may not have open. If they do not arrive, turn on rport in the client, or “force rport” at the server.`;
    case 'route-missing':
      return `The ${finding.method} has no Route, although the 2xx came with ${finding.routes} Record-Route value${finding.routes === 1 ? '' : 's'}, so it misses the proxy. Check the software of the caller, or what removes Route on the way.`;
    case 'no-common-codec': {
      const { media, offered, answered, code: number } = finding;
      return number === null
        ? `Offer and answer share no codec for ${media}: offered ${list(offered)}, answered ${list(answered)}. Check the codec lists of both sides.`
        : `${code(number)} refused the offer for ${media} with ${list(offered)}; the other side knows ${list(answered)}. Compare the codec lists of both sides.`;
    }
    case 'offer-refused': {
      const { media, offered, profile, warning } = finding;
      const seen = `${code(finding.code)} refused the offer for ${media} (${profile} with ${list(offered)})`;
      const named: Record<number, string> = {
        300: 'the network protocol: compare IPv4 and IPv6 of both sides',
        301: 'the address format: compare IPv4 and IPv6 of both sides',
        302: 'the transport: compare the media profiles, RTP or SRTP',
        304: 'the kind of media: compare which kinds both sides allow',
        305: 'the codecs: compare the codec lists of both sides',
        370: 'the bandwidth: compare the limits of both sides',
      };
      return warning !== null && named[warning]
        ? `${seen}, and Warning ${warning} names ${named[warning]}.`
        : `${seen}, and the response does not say for what. Compare codecs, media profile (RTP or SRTP) and address family of both sides.`;
    }
    case 'browser-profile':
      return finding.toward === 'pbx'
        ? `${code(finding.code)} refused an offer with the profile ${finding.offered}, as browsers make it. Before the codecs, check whether the other side is set up for WebRTC for this endpoint: AVPF, DTLS-SRTP and ICE.`
        : `${code(finding.code)} refused an offer with the profile ${finding.offered} and no DTLS fingerprint, sent to a client on WebSocket, which a browser cannot accept. Set up this endpoint for WebRTC at the side that offers: DTLS-SRTP, ICE and rtcp-mux.`;
    case 'media-rejected':
      return `The answer sets port 0 for ${finding.media}, so this stream does not take place. Check codecs and media settings of the answering side.`;
    case 'media-profile': {
      const refused = finding.code === null ? '' : ` and the response is ${code(finding.code)}`;
      return `The offer says ${finding.offered}, the other side ${finding.answered}${refused}: one encrypts its media by SRTP, the other does not. Set both to the same: SRTP or plain RTP.`;
    }
    case 'media-lines':
      return `The offer has ${finding.offered} m-lines, the answer ${finding.answered}; there have to be equally many. Check the software of the answering side, or a B2BUA that removes lines.`;
    case 'answer-missing':
      return `The ${finding.carrier} has no SDP, although it had to bring the answer to the offer. Check what removes the body on the way, and the software that sent it.`;
    case 'answer-changed':
      return `The 2xx names other media addresses or ports than the ${finding.early} before it in the same dialog; many callers stay with the first. Check the side that sends early media: a new To tag, or an UPDATE, is the way to change them.`;
    case 'dtmf-missing':
      return finding.side === 'answer'
        ? 'The offer has telephone-event, the answer does not, so key presses have to travel another way, as tones in the audio or by INFO. Check the DTMF setting of the answering side.'
        : 'The answer has telephone-event, but the offer did not. Check the DTMF setting of the offering side.';
    case 'one-way':
      return `The ${finding.side} says ${finding.direction} from the beginning, so this side will ${flows[finding.direction]} audio. Check whether this is an announcement or hold music, or a wrong setting.`;
    case 'hold':
      return `A new offer says ${finding.direction}: the call is on hold. Nothing has to be done if a later offer brings sendrecv back.`;
    case 'zero-address':
      return `The ${finding.side} has the address 0.0.0.0, so no media can be sent there; this is the old way to hold a call. Check whether hold is meant, or whether the software found no address of its own.`;
    case 'early-media-no-ringing':
      return `${code(finding.code)} with SDP came without a 180, so a caller who hears nothing also gets no local ringing tone. Check whether the called side really sends a tone before the answer.`;
    case 'delayed-offer':
      return 'The INVITE has no SDP: the called side makes the offer, and the ACK (or PRACK) brings the answer. This is allowed; check it only if a device on the way cannot do it.';
    case 'session-expired': {
      const { interval, talk, refresher } = finding;
      const who = {
        uac: 'the side that sent the INVITE',
        uas: 'the side that answered it',
        '': 'a side that Session-Expires does not name',
      }[refresher];
      return `The call ended ${duration(talk)} after the session interval of ${interval} s was set, and the trace has no refresh, which ${who} had to send. Check whether it sends a re-INVITE or UPDATE after half of the time, and whether that arrives.`;
    }
    case 'session-small': {
      const min = finding.min === null ? 'a longer interval' : `at least ${finding.min} s`;
      if (finding.solved === null) return `422 asked for ${min}. Check whether the client repeats the request with it.`;
      return finding.solved
        ? `422 asked for ${min}, and the client repeated the request with it. Nothing has to be done.`
        : `422 asked for ${min}, and no request with it got through. Raise the session interval at the client.`;
    }
    case 'prack-missing':
      return `${code(finding.code)} has to be confirmed by PRACK, but none came${finding.repeats > 0 ? ` though it was sent again ${times(finding.repeats)}` : ''}. Check whether the caller supports 100rel, and whether its PRACK takes the way of the Record-Route.`;
    case 'extension-refused':
      return finding.code === 420
        ? `The server does not know the extension ${list(finding.tags)} that Require demands. Turn the extension off at the client, or take it out of Require.`
        : `The server insists on the extension ${list(finding.tags)}. Turn it on at the client, so that it stands in Supported.`;
    case 'glare':
      if (finding.retried === null)
        return 'Both sides changed the session at once (491). Check whether the sender repeats the change after a short wait.';
      return finding.retried
        ? 'Both sides changed the session at once (491), and the change was tried again. Nothing has to be done if that succeeded.'
        : 'Both sides changed the session at once (491), and the change was not tried again. Check whether the sender repeats it after a short wait.';
    case 'bye-refused': {
      const by = finding.by === 'caller' ? 'the caller' : 'the called side';
      return finding.code === 481
        ? `The BYE of ${by} got ${code(finding.code)}: the other side had ended the call before or never had it. Look for a BYE that crossed, a restart of the other side, or tags that differ from those of the 2xx.`
        : `The BYE of ${by} got ${code(finding.code)}, so the other side may still hold the call open. Check whether Request-URI, Route, tags and CSeq of the BYE are those of the dialog, and whether the other side ended the call later.`;
    }
    case 'dialog-unknown':
      return `The ${finding.method} inside the call got ${code(finding.code)}, after which the sender should end the call. Check whether the other side restarted, and whether tags, Request-URI and Route are those of the dialog.`;
    case 'transfer':
      if (!finding.accepted)
        return `The transfer was refused: the REFER got ${code(finding.code!)}. Check whether the other side allows REFER, and whether Refer-To is written as it expects.`;
      if (finding.code === null)
        return 'The transfer was accepted, but no NOTIFY in the trace reports how it went. Check whether NOTIFY reaches the side that sent the REFER.';
      return finding.code < 300
        ? `The transfer went through: NOTIFY reports ${code(finding.code)}. Nothing has to be done.`
        : `The transfer was accepted, but NOTIFY reports ${code(finding.code)} for the new call. Check the target in Refer-To, and whether the transferred side may call it.`;
    case 'media-one-direction':
    case 'media-none':
    case 'media-elsewhere':
    case 'media-nat':
    case 'media-early':
    case 'media-late':
    case 'media-silence':
    case 'media-dtmf':
    case 'media-quality':
    case 'media-payload':
    case 'media-unreachable':
      return mediaFinding(finding);
    case 'network-blocked': {
      const { location, redress, id } = finding;
      const where =
        location === '' ? '' : `, location ${location}${LOCATIONS[location] ? ` (${LOCATIONS[location]})` : ''}`;
      const what =
        finding.code === 603
          ? `This is 603+: analytics of a network blocked the call${where}`
          : `608 says that analytics of a network refused the call${where}`;
      const object =
        redress.length > 0
          ? `Object at ${redress.join(' or ')}${id === '' ? '' : ` and quote ${id}`}`
          : 'The response names no place to object, so ask the carrier of the called number';
      return `${what}, not the called person. ${object}; no other route is to be tried.`;
    }
    case 'carrier-mark':
      return `The ${finding.code} carries “${finding.mark}”, to which ${finding.who} gives a meaning of its own. If the call runs over ${finding.who}, read that meaning before anything else.`;
  }
}
