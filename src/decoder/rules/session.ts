import type { Call, Entry } from '../calls/types.ts';
import { sideOf } from '../calls/dialogs.ts';
import { field, listed, seconds } from '../message/fields.ts';
import { found, type Finding } from './findings.ts';
import { reliable } from '../calls/media.ts';
import { expired, OF_THE_CALL, sessionTimer } from '../outcome/answered.ts';
import { watched, type Coverage } from '../calls/coverage.ts';
import { finalOf } from '../calls/transactions.ts';
import { again, between, once } from '../calls/queries.ts';
import { grouped } from '../message/grouped.ts';

// Session timers, reliable provisional responses, extensions, and requests inside a dialog that fail.

/** RFC 4028 §10: the refresh did not come, so a side ends the call a little before the interval is over. */
export function sessionExpired({ dialogs }: Call): Finding[] {
  return dialogs.flatMap((dialog) => {
    const bye = dialog.byes[0];
    const timer = sessionTimer(dialog);
    if (!bye || !timer || expired(dialog, bye) === null) return [];
    const detail = {
      interval: timer.interval,
      talk: between(timer.set, bye)!,
      refresher: timer.refresher as 'uac' | 'uas' | '',
      by: sideOf(dialog, bye),
    };
    return [found({ kind: 'session-expired', ...detail }, [timer.set, bye])];
  });
}

/** A client that repeats a request does it within this time; the pause after 491 is 4 s at most (RFC 3261 §14.1). */
const RETRY = 5;

/** RFC 4028 §6, §7.3: 422 names the least interval; the client repeats the request with it. */
export function sessionSmall({ transactions }: Call, coverage: Coverage): Finding[] {
  const at = transactions.findIndex((one) => finalOf(one)?.code === 422);
  if (at < 0) return [];
  const final = finalOf(transactions[at]!)!;
  const later = transactions.slice(at + 1).filter((one) => one.method === transactions[at]!.method);
  const answers = later.flatMap((one) => finalOf(one) ?? []);
  const accepted = answers.some(({ code }) => code! < 300);
  // A retry that is not there, or not answered yet, is no retry that failed.
  const failed = answers.length > 0 || watched(coverage, final, RETRY);
  const solved = accepted ? true : failed ? false : null;
  const detail = { min: seconds(field(final.message, 'Min-SE')), solved };
  return [found({ kind: 'session-small', ...detail }, [final], solved === false ? 'fault' : 'note')];
}

/** RFC 3262 §3, §4: a provisional response with Require: 100rel is repeated until its PRACK arrives. */
export function prackMissing({ transactions, entries }: Call, coverage: Coverage): Finding[] {
  // A PRACK that was cut may be the one that is looked for.
  if (entries.some(({ method, message }) => method === 'PRACK' && message.cut)) return [];
  const acknowledged = new Set<string | null>(
    entries
      .filter(({ method, code }) => method === 'PRACK' && code === null)
      .map(({ message }) => field(message, 'RAck')?.split(/\s+/)[0] ?? ''),
  );
  return transactions.flatMap((invite) => {
    if (invite.method !== 'INVITE') return [];
    const repeated = grouped(again(invite.provisional), ({ message }) => field(message, 'RSeq'));
    return once(invite.provisional)
      .filter(reliable)
      .flatMap((response) => {
        const number = field(response.message, 'RSeq');
        const repeats = repeated.get(number) ?? [];
        // Without a repeat the PRACK arrived, or the call was over before; only a 5xx says that it was waited for (§3).
        const gaveUp = repeats.length === 0 && Math.trunc((finalOf(invite)?.code ?? 0) / 100) === 5;
        if (acknowledged.has(number) || (repeats.length === 0 && !(gaveUp && coverage.whole))) return [];
        return [
          found({ kind: 'prack-missing', code: response.code!, repeats: repeats.length }, [response, ...repeats]),
        ];
      })
      .slice(0, 1);
  });
}

/** §8.2.2.3: 420 names what the server does not know; 421 names what it insists on. */
export function extensionRefused({ transactions }: Call): Finding[] {
  return transactions.flatMap((transaction) => {
    const final = finalOf(transaction);
    if (final?.code !== 420 && final?.code !== 421) return [];
    const tags = listed(final.message, final.code === 420 ? 'Unsupported' : 'Require');
    return [found({ kind: 'extension-refused', code: final.code, tags }, [final])];
  });
}

/** §14.1: both sides changed the session at once; each waits for a time of its own and tries again. */
export function glare({ transactions }: Call, coverage: Coverage): Finding[] {
  const at = transactions.findIndex((one) => finalOf(one)?.code === 491);
  if (at < 0) return [];
  const final = finalOf(transactions[at]!)!;
  const { method } = transactions[at]!;
  const tried = transactions
    .slice(at + 1)
    .some((one) => one.method === method && one.requests[0]?.fromTag === final.fromTag);
  const retried = tried ? true : watched(coverage, final, RETRY) ? false : null;
  return [found({ kind: 'glare', retried }, [final], retried === false ? 'warning' : 'note')];
}

/** §15.1.2: a BYE that finds no dialog gets 481; the sender still takes the session for ended (§15.1.1). */
export function byeRefused({ dialogs }: Call): Finding[] {
  return dialogs.flatMap((dialog) =>
    dialog.later
      .filter(({ method }) => method === 'BYE')
      .flatMap((bye) => {
        const final = finalOf(bye);
        if (!final || final.code! < 300 || [401, 407].includes(final.code!)) return [];
        const request = bye.requests[0]!;
        return [found({ kind: 'bye-refused', code: final.code!, by: sideOf(dialog, request) }, [request, final])];
      })
      .slice(0, 1),
  );
}

/** §12.2.1.2: 481 or 408 to a request of the call itself ends the dialog for its sender. */
export function dialogUnknown({ dialogs }: Call): Finding[] {
  return dialogs.flatMap((dialog) =>
    dialog.later
      .filter(({ method }) => OF_THE_CALL.includes(method))
      .flatMap((transaction): Finding[] => {
        const final: Entry | null = finalOf(transaction);
        if (!final || ![408, 481].includes(final.code!)) return [];
        const request = transaction.requests[0]!;
        return [found({ kind: 'dialog-unknown', method: transaction.method, code: final.code! }, [request, final])];
      })
      .slice(0, 1),
  );
}

/** RFC 3515 §2.4.4, §2.4.5: NOTIFY tells in its body how the call went that a REFER asked for. */
export function transfer({ transactions }: Call): Finding[] {
  const results = transactions.flatMap(({ method, requests }, at) => {
    const code = method === 'NOTIFY' ? /^SIP\/2\.0 (\d{3})/.exec(requests[0]?.message.body ?? '')?.[1] : undefined;
    return code === undefined ? [] : [{ code: Number(code), notify: requests[0]!, at }];
  });
  const latest = results.at(-1);
  const cut = transactions.some(({ method, requests }) => method === 'NOTIFY' && requests[0]?.message.cut);
  return transactions.flatMap((refer, index) => {
    const final = refer.method === 'REFER' ? finalOf(refer) : null;
    if (!final || [401, 407].includes(final.code!)) return [];
    if (final.code! >= 300) return [found({ kind: 'transfer', accepted: false, code: final.code! }, [final])];
    const last = latest && latest.at > index ? latest : undefined;
    const code = last && last.code >= 200 ? last.code : null;
    if (code === null && cut) return [];
    // Both sides may agree to do without the report (RFC 4488 §4).
    if (code === null && /^false/i.test(field(final.message, 'Refer-Sub') ?? '')) return [];
    const severity = code !== null && code < 300 ? 'note' : 'warning';
    return [found({ kind: 'transfer', accepted: true, code }, last ? [final, last.notify] : [final], severity)];
  });
}
