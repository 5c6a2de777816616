/** How the digits of one number may go on behind their end: a fraction, a power. */
export interface WrittenNumber {
  /** ASCII digits with at most one point; with two where it is a number that is not read. */
  readonly digits: string;
  /** UTF-16 offset of the text. */
  readonly end: number;
}

const unread = (digits: string, end: number): WrittenNumber => ({ digits: `${digits.replace(/\./g, '')}..`, end });

const fraction = /[ \u00A0\u2009\u202F]{1,2}([1-9]\d?)[/\u2044]([1-9]\d?)(?![\d/.,]\d|\d|\/)/y;

/** The 1/2 of "3 1/2", behind the whole number at `at`; thirds and their like have no decimals, and are not read. */
export function fractionAt(text: string, at: number, whole: string): WrittenNumber | undefined {
  if (whole.includes('.') || whole.length > 3 || /[0-9/]/.test(text.charAt(at))) return undefined;
  fraction.lastIndex = at;
  const found = fraction.exec(text);
  if (found === null) return undefined;
  const [above, below] = [Number(found[1]), Number(found[2])];
  if (above >= below || below > 64) return undefined;
  const end = at + found[0].length;
  const decimals = String(above / below).slice(1);
  return decimals.length > 7 ? unread(whole, end) : { digits: whole + decimals, end };
}

const power =
  /(?:[ \u00A0\u2009\u202F]?[×xX*·][ \u00A0\u2009\u202F]?(\d{1,4}(?:\.\d{1,4})?))?(?: ?\^ ?([-−+]{0,2}\d{1,3})|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))/y;
/** A power whose mark a conversion has lost: 2.5 × 106, 5 × 10-3. */
const lostPower = /[ \u00A0\u2009\u202F]?×[ \u00A0\u2009\u202F]?10(?:[2-9]|[-−–]\d{1,2})(?!\d|[.,]\d)/y;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const highest = 30;

/** The ×10^6 of "2.5×10^6" behind the digits at `at`, or the ^6 of 10^6; no other power is read, nor cut. */
export function powerAt(text: string, at: number, mantissa: string): WrittenNumber | undefined {
  power.lastIndex = at;
  const found = power.exec(text);
  if (found === null) {
    lostPower.lastIndex = at;
    const lost = lostPower.exec(text);
    return lost === null ? undefined : unread(mantissa, at + lost[0].length);
  }
  const [all, times, plain, raised = ''] = found;
  const isTimes = times !== undefined;
  const base = times ?? mantissa;
  // 41² may have a note's mark.
  if (raised !== '' && base !== '10') return isTimes ? unread(mantissa, at + all.length) : undefined;
  const exponent = Number(plain?.replace('−', '-') ?? exponentOf(raised));
  const digits =
    base === '10' && Math.abs(exponent) <= highest ? shifted(isTimes ? mantissa : '1', exponent) : undefined;
  return digits === undefined ? unread(mantissa, at + all.length) : { digits, end: at + all.length };
}

function exponentOf(raised: string): string {
  return Array.from(raised, (mark) => (mark === '⁻' ? '-' : mark === '⁺' ? '+' : superscripts.indexOf(mark))).join('');
}

/** Digits with their point moved: 2.5 by six places is 2500000. */
function shifted(digits: string, places: number): string | undefined {
  const [whole = '', decimals = ''] = digits.split('.');
  if (digits.split('.').length > 2 || Number.isNaN(places)) return undefined;
  const all = whole + decimals;
  const point = whole.length + places;
  if (point >= all.length) return (all + '0'.repeat(point - all.length)).replace(/^0+(?=\d)/, '');
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all;
  const at = Math.max(1, point);
  return `${padded.slice(0, at)}.${padded.slice(at)}`;
}
