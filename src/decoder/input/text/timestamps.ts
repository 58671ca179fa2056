// Times as logs write them.

const HALF_DAY = 43200;
const DAY = 86400;

/** Seconds since 1970 where there is a date with a year, else since midnight. */
export interface Stamp {
  time: number;
  dated: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '[A-Z][a-z]{2}';
/** Hours to seconds, a fraction after point, comma or a third colon, and the half of a 12-hour clock. */
const CLOCK = '(\\d{1,2}):(\\d\\d):(\\d\\d)(?:[.,:](\\d{1,9}))?(?!\\d)(?: ?([AaPp])\\.?[Mm]\\b)?';
const ZONE = '(?: ?(Z|[+-]\\d\\d:?\\d\\d)(?![\\d:]))?';

const YEAR_FIRST = new RegExp(`(?<!\\d)(\\d{4})[-/.](\\d\\d|${MONTH})[-/.](\\d\\d)[T ,_|]{1,3}${CLOCK}${ZONE}`);
const YEAR_LAST = new RegExp(
  `(?<!\\d)(\\d{1,2})[-/. ](\\d{1,2}|${MONTH})[-/. ](\\d{4})(?:[T ,_|-]|at ){1,3}${CLOCK}${ZONE}`,
);
const NAMED = new RegExp(`\\b(${MONTH}) {1,2}(\\d{1,2}),? (\\d{4}),? ${CLOCK}${ZONE}`);
const UNIX_DATE = new RegExp(`\\b(${MONTH}) {1,2}(\\d{1,2}) ${CLOCK} (?:[A-Z]{3,4} )?(\\d{4})\\b`);
/** `2026年11月24日 10時15分00秒`. */
const JAPANESE =
  /(?<!\d)(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日[^\d]{0,6}(\d{1,2})[時:](\d{1,2})[分:](\d{1,2})(?:[.,](\d{1,9}))?秒?/;
/** `11242026 101500.300000` of Ribbon: month, day, year. */
const MONTH_DAY_YEAR = /(?<!\d)(\d\d)(\d\d)(\d{4}) (\d\d)(\d\d)(\d\d)\.(\d{3,6})(?!\d)/;
const COMPACT = /(?<!\d)(20\d\d)(\d\d)(\d\d)[-_T ](\d\d):?(\d\d):?(\d\d)(?:[.,](\d{1,9}))?(?!\d)/;
/** The same without any sign between, as Yate writes it: believed only with a fraction. */
const RUN = /(?<!\d)(20\d\d)([01]\d)([0-3]\d)([0-2]\d)([0-5]\d)([0-5]\d)\.(\d{3,9})(?!\d)/;
/** Days, hours, minutes, seconds and milliseconds since a phone was started. */
const UPTIME = /(?<![\d:.])(\d{2,4}):(\d\d):(\d\d):(\d\d):(\d{3})(?![\d:])/;
/** Seconds since 1970 with a fraction; without one a number of ten digits may be a telephone number. */
const EPOCH = /(?<![\d.])(1\d{9})\.(\d{3,9})(?![\d.])/;
const CLOCK_ONLY = new RegExp(`(?<![\\d:.])${CLOCK}(?!:\\d)`);

const fraction = (digits: string | undefined): number => (digits === undefined ? 0 : Number(`0.${digits}`));

function zone(text: string | undefined): number {
  if (text === undefined || text === 'Z') return 0;
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)/.exec(text)!;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

function seconds([hour, minute, second, digits, half]: (string | undefined)[]): number {
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return hours * 3600 + Number(minute) * 60 + Number(second) + fraction(digits);
}

const monthOf = (text: string): number =>
  /\d/.test(text) ? Number(text) : MONTHS.indexOf(text.toLowerCase().slice(0, 3)) + 1;

/** A stamp, or null where month or day are impossible; a date without a zone is read as UTC, as a log does not say */
function dated(year: number, month: number, day: number, rest: number, offset = 0): Stamp | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { time: Date.UTC(year, month - 1, day) / 1000 + rest - offset, dated: true };
}

type Form = [RegExp, (found: RegExpExecArray) => Stamp | null];

const FORMS: Form[] = [
  [
    YEAR_FIRST,
    (found) =>
      dated(Number(found[1]), monthOf(found[2]!), Number(found[3]), seconds(found.slice(4, 9)), zone(found[9])),
  ],
  [
    YEAR_LAST,
    (found) => {
      // Which of day and month is first is only known where one is above twelve; AM and PM are a habit of the USA.
      const [first, second] = [Number(found[1]), monthOf(found[2]!)];
      const swap = /\d/.test(found[2]!) && (second > 12 || (found[8] !== undefined && first <= 12));
      const [day, month] = swap ? [second, first] : [first, second];
      return dated(Number(found[3]), month, day, seconds(found.slice(4, 9)), zone(found[9]));
    },
  ],
  [
    NAMED,
    (found) =>
      dated(Number(found[3]), monthOf(found[1]!), Number(found[2]), seconds(found.slice(4, 9)), zone(found[9])),
  ],
  [JAPANESE, (found) => dated(Number(found[1]), Number(found[2]), Number(found[3]), seconds(found.slice(4, 8)))],
  [UNIX_DATE, (found) => dated(Number(found[8]), monthOf(found[1]!), Number(found[2]), seconds(found.slice(3, 8)))],
  [MONTH_DAY_YEAR, (found) => dated(Number(found[3]), Number(found[1]), Number(found[2]), seconds(found.slice(4, 8)))],
  [COMPACT, (found) => dated(Number(found[1]), Number(found[2]), Number(found[3]), seconds(found.slice(4, 8)))],
  [RUN, (found) => dated(Number(found[1]), Number(found[2]), Number(found[3]), seconds(found.slice(4, 8)))],
  [EPOCH, (found) => ({ time: Number(`${found[1]}.${found[2]}`), dated: true })],
  [UPTIME, (found) => ({ time: Number(found[1]) * DAY + seconds(found.slice(2, 6)), dated: false })],
  [CLOCK_ONLY, (found) => (Number(found[1]) > 23 ? null : { time: seconds(found.slice(1, 6)), dated: false })],
];

/** The time in the text, a dated one before a time of day, or null */
export function findTimestamp(text: string): Stamp | null {
  const line = text.slice(0, 1024);
  if (!/\d\d/.test(line)) return null;
  for (const [form, read] of FORMS) {
    const found = form.exec(line);
    const stamp = found && read(found);
    if (stamp) return stamp;
  }
  return null;
}

/** Seconds since the first packet or since the tool was started, at the beginning of a line. */
const OFFSET = /^\s*\+?(\d{1,6}\.\d{1,9})(?: ?s)?(?=[\s:;,|])/;

/** A time that counts from an unknown moment; only for a line that also says who sent to whom */
export function offsetStamp(line: string): Stamp | null {
  const found = OFFSET.exec(line);
  return found === null ? null : { time: Number(found[1]), dated: false };
}

/** The time that a value of a record says: text in any form, or seconds, milli-, micro- or nanoseconds since 1970 */
export function stampOf(value: unknown): Stamp | null {
  const text = String(value);
  const whole = /^(\d{10})(\d{3}|\d{6}|\d{9})?(\.\d+)?$/.exec(text.trim());
  if (whole === null) return findTimestamp(text);
  const time = Number(`${whole[1]}${whole[2] === undefined ? (whole[3] ?? '') : `.${whole[2]}`}`);
  return { time, dated: true };
}

/** The seconds of a 12-hour clock without its half go back by eleven hours at one o'clock. */
const NOON = HALF_DAY - 3600 - 60;

/** Times without a date go on counting past midnight, so that a call over midnight has no negative differences. */
export class DayCount {
  private days = 0;
  private half = 0;
  private last: number | null = null;
  private base: number | null = null;

  /** Seconds since the first midnight for a time of day, since 1970 where a date came before */
  resolve(stamp: Stamp | null): number | null {
    if (stamp === null) return null;
    if (stamp.dated) {
      this.base = Math.floor(stamp.time / DAY) * DAY;
      [this.days, this.half, this.last] = [0, 0, null];
      return stamp.time;
    }
    const fall = this.last === null ? 0 : this.last - stamp.time;
    if (fall > HALF_DAY) [this.days, this.half] = [this.days + 1, 0];
    else if (fall > NOON && this.last! >= HALF_DAY && stamp.time < 2 * 3600) this.half = HALF_DAY;
    this.last = stamp.time;
    return (this.base ?? 0) + stamp.time + this.half + this.days * DAY;
  }
}
