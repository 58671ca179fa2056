// Inputs that somebody could make to keep the decoder busy: one function per kind, a size in, a text or a capture out.

export type Make = (size: number) => string | Uint8Array;

interface Options {
  method?: string;
  uri?: string;
  host?: string;
  branch?: string | number;
  callId?: string;
  from?: string;
  to?: string;
  cseq?: number;
  /** Header fields with their line ends. */
  more?: string;
  body?: string;
  type?: string;
}

const head = (start: string, method: string, options: Options): string => {
  const { host = 'a.example', branch = 1, callId = 'c', from = 'f', to = '', cseq = 1, more = '', body = '' } = options;
  const type = body === '' ? '' : `Content-Type: ${options.type ?? 'application/sdp'}\r\n`;
  return (
    `${start}\r\nVia: SIP/2.0/UDP ${host};branch=z9hG4bK${branch}\r\nMax-Forwards: 70\r\n` +
    `From: <sip:alice@example.com>;tag=${from}\r\nTo: <sip:bob@example.com>${to && `;tag=${to}`}\r\nCall-ID: ${callId}\r\n` +
    `CSeq: ${cseq} ${method}\r\n${more}${type}Content-Length: ${body.length}\r\n\r\n${body}`
  );
};
const request = (options: Options): string => {
  const { method = 'INVITE', uri = 'sip:bob@b.example' } = options;
  return head(`${method} ${uri} SIP/2.0`, method, options);
};
const response = (code: number, options: Options): string =>
  head(`SIP/2.0 ${code} Phrase`, options.method ?? 'INVITE', options);
const times = (count: number, piece: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => piece(at)).join('');
const sdp = (lines: string): string =>
  `v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n${lines}`;
const audio = (port: number): string => `m=audio ${port} RTP/AVP 0\r\n`;

/** A pcap of IPv4 with the given TCP payload in each packet of one connection. */
function tcpCapture(count: number, payload: string): Uint8Array {
  const data = new TextEncoder().encode(payload);
  const size = 16 + 40 + data.length;
  const file = new Uint8Array(24 + count * size);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0xa1b2c3d4, true);
  view.setUint32(16, 65535, true);
  // Raw IP.
  view.setUint32(20, 101, true);
  for (let at = 0; at < count; at += 1) {
    const start = 24 + at * size;
    view.setUint32(start + 8, size - 16, true);
    view.setUint32(start + 12, size - 16, true);
    const ip = start + 16;
    file[ip] = 0x45;
    view.setUint16(ip + 2, size - 16);
    file[ip + 8] = 64;
    file[ip + 9] = 6;
    file.set([192, 0, 2, 1, 192, 0, 2, 2], ip + 12);
    view.setUint16(ip + 20, 5060);
    view.setUint16(ip + 22, 5060);
    view.setUint32(ip + 24, at * data.length);
    file[ip + 32] = 0x50;
    file[ip + 33] = 0x18;
    file.set(data, ip + 40);
  }
  return file;
}

/** Name → first size that is measured, and how to make it. */
export const KINDS: Record<string, [number, Make]> = {
  'points before a letter in User-Agent': [15_000, (n) => request({ more: `User-Agent: ${'.'.repeat(n)}x\r\n` })],
  'digits and spaces in User-Agent': [15_000, (n) => request({ more: `User-Agent: ${'1 '.repeat(n / 2)}x\r\n` })],
  'parties in one call': [2000, (n) => times(n, (at) => request({ host: `h${at}.example`, branch: at, cseq: at }))],
  'called hosts in one call': [
    2000,
    (n) => times(n, (at) => request({ uri: `sip:b@h${at}.example`, branch: at, cseq: at })),
  ],
  'ports of one host': [2000, (n) => times(n, (at) => request({ host: `a.example:${at}`, branch: at, cseq: at }))],
  'payloads in offer and answer': [
    2500,
    (n) => {
      const line = (from: number) => `m=audio 4000 RTP/AVP ${times(n, (at) => `${from + at} `).trim()}\r\n`;
      return request({ body: sdp(line(0)) }) + response(200, { to: 't', body: sdp(line(n)) });
    },
  ],
  'media lines under session lines': [
    2000,
    (n) => request({ body: sdp(times(n, () => 'a=x\r\n') + times(n, (at) => audio(4000 + at))) }),
  ],
  'INVITE and CANCEL': [
    1000,
    (n) => times(n, (at) => request({ branch: at, cseq: at }) + request({ method: 'CANCEL', branch: at, cseq: at })),
  ],
  'INVITE and 486': [
    1000,
    (n) => times(n, (at) => request({ branch: at, cseq: at }) + response(486, { branch: at, cseq: at, to: 't' })),
  ],
  'INVITE, 200 and ACK': [
    1000,
    (n) =>
      times(
        n,
        (at) =>
          request({ branch: at, cseq: at, body: sdp(audio(at)) }) +
          response(200, { branch: at, cseq: at, to: 't', body: sdp(audio(at)) }) +
          request({ method: 'ACK', branch: `a${at}`, cseq: at, to: 't' }),
      ),
  ],
  'INVITE through two hops': [
    1000,
    (n) =>
      times(
        n,
        (at) =>
          request({ branch: at, cseq: at }) +
          request({ host: 'p.example', branch: `p${at}`, cseq: at }) +
          response(503, { host: 'p.example', branch: `p${at}`, cseq: at, to: 't' }) +
          response(503, { branch: at, cseq: at, to: 't' }),
      ),
  ],
  'INVITE and 422': [
    1000,
    (n) => times(n, (at) => request({ branch: at, cseq: at }) + response(422, { branch: at, cseq: at, to: 't' })),
  ],
  'INVITE and 491': [
    1000,
    (n) => times(n, (at) => request({ branch: at, cseq: at }) + response(491, { branch: at, cseq: at, to: 't' })),
  ],
  'offers refused by 488': [
    1000,
    (n) =>
      times(
        n,
        (at) =>
          request({ branch: at, cseq: at, body: sdp(audio(at)) }) + response(488, { branch: at, cseq: at, to: 't' }),
      ),
  ],
  'answers with different tags': [1000, (n) => request({}) + times(n, (at) => response(200, { to: `t${at}` }))],
  'provisional answers with SDP': [
    1000,
    (n) => request({ body: sdp(audio(1)) }) + times(n, (at) => response(183, { to: `t${at}`, body: sdp(audio(at)) })),
  ],
  'dialogs with BYE': [
    1000,
    (n) =>
      request({}) +
      times(
        n,
        (at) => response(200, { to: `t${at}` }) + request({ method: 'BYE', branch: `b${at}`, cseq: 2, to: `t${at}` }),
      ),
  ],
  'reliable answers and PRACK': [
    1000,
    (n) =>
      request({}) +
      times(
        n,
        (at) =>
          response(183, { to: 't', more: `Require: 100rel\r\nRSeq: ${at}\r\n`, body: sdp(audio(at)) }) +
          request({
            method: 'PRACK',
            branch: `p${at}`,
            cseq: at + 2,
            to: 't',
            more: `RAck: ${at} 1 INVITE\r\n`,
            body: sdp(audio(at)),
          }),
      ),
  ],
  'ACKs that fit nothing': [
    1000,
    (n) =>
      times(n, (at) => request({ branch: at, cseq: at }) + response(486, { branch: at, cseq: at, to: 't' })) +
      times(n, (at) => request({ method: 'ACK', branch: `x${at}`, cseq: at, to: 'other' })),
  ],
  'REFER and NOTIFY': [
    1000,
    (n) =>
      times(
        n,
        (at) =>
          request({ method: 'REFER', branch: at, cseq: at }) +
          response(202, { method: 'REFER', branch: at, cseq: at, to: 't' }),
      ) +
      times(n, (at) =>
        request({ method: 'NOTIFY', branch: `n${at}`, cseq: at, body: 'SIP/2.0 100 Trying', type: 'message/sipfrag' }),
      ),
  ],
  'REGISTER challenged again and again': [
    1000,
    (n) =>
      times(n, (at) => {
        const each = { method: 'REGISTER', branch: at, cseq: at };
        return (
          request({ ...each, more: `Authorization: Digest realm="r", username="u", nonce="${at}"\r\n` }) +
          response(401, { ...each, to: 't', more: `WWW-Authenticate: Digest realm="r", nonce="${at + 1}"\r\n` })
        );
      }),
  ],
  'calls of their own': [1000, (n) => times(n, (at) => request({ branch: at, callId: `c${at}` }))],
  'legs of one conversation': [
    1000,
    (n) => times(n, (at) => request({ branch: at, callId: `c${at}`, more: 'X-Call-ID: same\r\n' })),
  ],
  retransmissions: [2000, (n) => times(n, () => request({}))],
  'Reason values': [600, (n) => request({ more: `Reason: ${times(n, (at) => `SIP;cause=486;text="r${at}",`)}x\r\n` })],
  'Warning fields': [
    2000,
    (n) => request({ more: times(n, (at) => `Warning: 399 h${at}.example "w${at} is away"\r\n`) }),
  ],
  'header fields that cannot be read': [4000, (n) => request({ more: times(n, (at) => `no field ${at}\r\n`) })],
  'Via values': [2000, (n) => request({ more: times(n, (at) => `Via: SIP/2.0/UDP h${at}.example;branch=${at}\r\n`) })],
  'Record-Route values': [
    500,
    (n) => request({ more: `Record-Route: ${times(n, (at) => `<sip:h${at}.example;lr>,`)}x\r\n` }),
  ],
  'parameters of a URI': [
    1200,
    (n) => request({ more: `Contact: <sip:b@b.example${times(n, (at) => `;p${at}=v${at}`)}>\r\n` }),
  ],
  'folded lines': [4500, (n) => request({ more: `Subject: a\r\n${' b\r\n'.repeat(n)}` })],
  'quotes and backslashes': [15_000, (n) => request({ more: `Reason: SIP;text="${'\\"'.repeat(n / 2)}\r\n` })],
  'display names and free text': [
    1000,
    (n) =>
      times(n, (at) =>
        request({
          branch: at,
          callId: `c${at}`,
          more: `Contact: "名${at}" <sip:${at}@a.example>\r\nSubject: ${at}\r\n`,
        }),
      ),
  ],
  'numbers of one length': [
    2000,
    (n) => times(n, (at) => request({ uri: `sip:+8131${String(1e7 + at)}@b.example`, branch: at, callId: `c${at}` })),
  ],
  'Japanese without a space': [15_000, (n) => request({ more: `Reason: SIP;text="${'不在'.repeat(n / 2)}"\r\n` })],
  'multipart inside multipart': [
    1000,
    (n) =>
      request({
        type: 'multipart/mixed;boundary=b0',
        body: times(n, (at) => `--b${at}\r\nContent-Type: multipart/mixed;boundary=b${at + 1}\r\n\r\n`),
      }),
  ],
  'parts of a multipart body': [
    1000,
    (n) =>
      request({
        type: 'multipart/mixed;boundary=b',
        body: times(n, () => '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'),
      }),
  ],
  'attributes of SDP': [
    4000,
    (n) => request({ body: sdp(audio(1) + times(n, (at) => `a=rtpmap:${at} C${at}/8000\r\n`)) }),
  ],
  'start lines in a TCP stream': [2000, (n) => tcpCapture(n, 'INVITE sip:a SIP/2.0\r\n'.repeat(20))],
  'header lines without end in a TCP stream': [
    2000,
    (n) => tcpCapture(n, `INVITE sip:a SIP/2.0\r\n${'A: b\r\n'.repeat(70)}`),
  ],
  'start lines in a text': [20_000, (n) => 'INVITE sip:a@b SIP/2.0\n'.repeat(n)],
  'lines without SIP': [50_000, (n) => times(n, (at) => `2026-05-01 10:00:00 line ${at} of a log\n`)],
  'one line': [500_000, (n) => `INVITE ${'a'.repeat(n)}`],
};
