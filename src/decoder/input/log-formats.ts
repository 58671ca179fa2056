import { endpoint, findStamp, transportOf, type Stamp } from './timestamps.ts';
import type { Endpoint, Message, TraceFormat } from '../message/types.ts';

// The lines that logs put before and after a message, as the sources of the products print them. A log tells only the
// far end: the near one stays null.

/** What a log says about the message that follows. */
export interface Mark {
  format: TraceFormat;
  from: Endpoint | null;
  to: Endpoint | null;
  stamp: Stamp | null;
  transport: Message['transport'];
}

type Match = (line: string) => Mark | null;

const mark = (format: TraceFormat, part: Partial<Mark>): Mark => ({
  format,
  from: null,
  to: null,
  stamp: null,
  transport: null,
  ...part,
});

/** sngrep 1ff74ee, src/curses/ui_save.c:588 with util.c:142 and sip_msg.c:127: date, time, source, destination. */
const sngrep: Match = (line) => {
  const found = /^(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{6}) (\S+:\d+) -> (\S+:\d+)$/.exec(line);
  if (found === null) return null;
  return mark('sngrep', { stamp: findStamp(found[1]!), from: endpoint(found[2]!), to: endpoint(found[3]!) });
};

/** Asterisk f0c1c1a, res/res_pjsip_logger.c:322 and 354. */
const pjsip: Match = (line) => {
  const found = /<--- (Transmitting|Received) SIP (?:request|response) \(\d+ bytes\) (?:to|from) (\w+):(\S+) --->/.exec(
    line,
  );
  if (found === null) return null;
  const [whole, direction, transport, far] = found;
  return mark('asterisk', {
    stamp: findStamp(line.slice(0, line.indexOf(whole))),
    transport: transportOf(transport),
    [direction === 'Received' ? 'from' : 'to']: endpoint(far!),
  });
};

/** chan_sip, as kept at InterLinked1/chan_sip 0043618, channels/chan_sip.c:4164, 4884, 4933 and 29734. */
const chanSip: Match = (line) => {
  const read = /<--- SIP read from (\w+):(\S+) --->/.exec(line);
  if (read !== null) return mark('asterisk', { transport: transportOf(read[1]), from: endpoint(read[2]!) });
  const sent = /(?:Transmitting|Retransmitting #\d+) \((?:no )?NAT\) to (\S+?)(?: --->|:$)/.exec(line);
  return sent === null
    ? null
    : mark('asterisk', { stamp: findStamp(line.slice(0, sent.index)), to: endpoint(sent[1]!) });
};

/** sofia-sip 7333682, libsofia-sip-ua/tport/tport_logging.c:392, printed by FreeSWITCH without a prefix. */
const sofia: Match = (line) => {
  const found =
    /\b(send|sent|recv) \d+ bytes (?:to|from) (\w+)\/\[([^\]]*)\]:(\d+)\S* at (\d\d:\d\d:\d\d\.\d{6}):$/.exec(line);
  if (found === null) return null;
  const [, direction, transport, host, port, clock] = found;
  return mark('freeswitch', {
    stamp: findStamp(clock!),
    transport: transportOf(transport),
    [direction === 'recv' ? 'from' : 'to']: { host: host!, port: Number(port) },
  });
};

const MATCHES = [sngrep, pjsip, chanSip, sofia];

/** What ends a message: the dashes of FreeSWITCH and chan_sip, the bars of Kamailio's sipdump. */
const END = /^(?:\s{0,3}-{72}|<-{12,13}>|---|\|{20})$/;

/** Signs that every line with one of the marks above has; the rest need no closer look. */
const HINT = / -> | --->|ransmitting | bytes /;

/** Reads marks, also those of Kamailio's sipdump, which has one fact a line. */
export class Dialects {
  private dump: Map<string, string> | null = null;

  /** @returns the mark that the line completes, 'end' for a line that closes a message, 'part' for one of several */
  read(line: string): Mark | 'end' | 'part' | null {
    if (line.length > 1024) return null;
    if (this.dump !== null) return this.dumpLine(line);
    if (line === '====================') {
      this.dump = new Map();
      return 'part';
    }
    if (HINT.test(line)) {
      for (const match of MATCHES) {
        const found = match(line);
        if (found !== null) return found;
      }
    }
    return END.test(line) ? 'end' : null;
  }

  /** Kamailio 38711a3, src/modules/sipdump/sipdump_write.c:351: names and values between two rulers. */
  private dumpLine(line: string): Mark | 'part' | null {
    const dump = this.dump!;
    const value = (name: string): string => dump.get(name) ?? '';
    if (line === '~~~~~~~~~~~~~~~~~~~~') {
      this.dump = null;
      const side = (name: string): Endpoint | null =>
        value(`${name}ip`) === '' ? null : { host: value(`${name}ip`), port: Number(value(`${name}port`)) || null };
      const time = Number(value('time'));
      return mark('kamailio', {
        from: side('src'),
        to: side('dst'),
        transport: transportOf(value('proto').split(' ')[0]),
        stamp: time > 0 ? { time, dated: true } : null,
      });
    }
    const [, name, text] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name === undefined || dump.size > 20) {
      this.dump = null;
      return null;
    }
    dump.set(name, text!.trim());
    return 'part';
  }
}

/** syslog tag, or what goes before a line on standard error (src/core/dprint.h of Kamailio 38711a3). */
const KAMAILIO = /\bkamailio(?:\[\d+\])?:|^\s*\d+\(\d+\) [A-Z]+: /;
/** dprint.h:71 of OpenSIPS 8f4f1e1: the time and the process. */
const OPENSIPS = /\bopensips(?:\[\d+\])?:|^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \[\d+\] /;

const ADDRESS =
  '\\[?((?:\\d{1,3}\\.){3}\\d{1,3}|\\[[0-9a-fA-F:.]+\\]|[0-9a-fA-F:]*::[0-9a-fA-F:.]*)\\]?(?::(\\d{1,5}))?';
const ARROW = new RegExp(`${ADDRESS} ?(?:->|=>) ?${ADDRESS}`);
const FROM = new RegExp(`(?:from|src|source)\\W{1,4}?(?:\\w{2,4}:)?${ADDRESS}`, 'i');
const TO = new RegExp(`(?:to|dst|destination)\\W{1,4}?(?:\\w{2,4}:)?${ADDRESS}`, 'i');

/**
 * What a line written by `xlog` says before the message: its form is up to the operator, so only what is plain is taken.
 *
 * @param text the line up to the start line, or the line before it
 * @returns the mark; its format is `raw` where nothing tells whose log it is
 */
export function looseMark(text: string): Mark {
  const line = text.slice(0, 512);
  const side = (found: RegExpExecArray | null, at: number): Endpoint | null =>
    found?.[at] === undefined
      ? null
      : { host: found[at].replace(/^\[|\]$/g, ''), port: found[at + 1] === undefined ? null : Number(found[at + 1]) };
  const arrow = ARROW.exec(line);
  return mark(KAMAILIO.test(line) ? 'kamailio' : OPENSIPS.test(line) ? 'opensips' : 'raw', {
    stamp: findStamp(line),
    from: side(arrow ?? FROM.exec(line), 1),
    to: arrow === null ? side(TO.exec(line), 1) : side(arrow, 3),
  });
}
