import { dictionary } from '../text/dictionary.js';

/** Signs and codes that stand before an amount, longest first. */
const signs: Readonly<Record<string, string>> = dictionary({
  US$: 'USD',
  'U.S.$': 'USD',
  HK$: 'HKD',
  NT$: 'TWD',
  NZ$: 'NZD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  S$: 'SGD',
  R$: 'BRL',
  MX$: 'MXN',
  'RMB¥': 'CNY',
  'CN¥': 'CNY',
  'JP¥': 'JPY',
  'Rs.': 'INR',
  Rs: 'INR',
  RM: 'MYR',
  RMB: 'CNY',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₦': 'NGN',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₪': 'ILS',
  '₴': 'UAH',
  '₡': 'CRC',
  '₾': 'GEL',
  '₭': 'LAK',
  '₸': 'KZT',
  '₮': 'MNT',
  '₵': 'GHS',
  Mex$: 'MXN',
});

/** ISO 4217 codes in use. */
export const currencyCodes: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY ' +
    'COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ' +
    'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK ' +
    'MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF ' +
    'SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS ' +
    'VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW'
  ).split(' '),
);

/** Codes that capital words and names are too: 12 ALL. */
export const codesThatAreWords = new Set([
  'ALL',
  'TOP',
  'TRY',
  'AMD',
  'CUP',
  'PEN',
  'SOS',
  'MAD',
  'GEL',
  'LAK',
  'RON',
  'COP',
  'BAM',
]);

/** COP28 and TOP 10 are names, COP 28bn is money. */
const smallNumber = /^\s?\d{1,3}(?![\d.,]|\s?(?:[kmbt]|[mbt]n|thousand|million|billion|trillion)\b)/i;

/** Powers of ten of the letters before a code. */
const thousands: Readonly<Record<string, number>> = dictionary({ M: 6, k: 3 });

/** Whether a word is a code, alone or with the letter of a power of ten: EUR, MEUR, kSEK. */
export function isCurrencyWord(word: string): boolean {
  const code = thousands[word.charAt(0)] === undefined || word.length < 4 ? word : word.slice(1);
  return currencyCodes.has(code);
}

/** By their last character, longest first. */
const byEnd = new Map<string, readonly string[]>();
for (const sign of Object.keys(signs).sort((a, b) => b.length - a.length)) {
  byEnd.set(sign.slice(-1), [...(byEnd.get(sign.slice(-1)) ?? []), sign]);
}
const capitals = /[A-Z]/;

const yenWords = /\byen\b|日元|日圆/i;
/** A sentence of Japan alone has yen. */
const japan = /\bjapan(?:ese)?\b|日本/i;
const china = /\bchin(?:a|ese)\b|\byuan\b|中国|我国|人民币/i;
const sentenceEnd = /[.!?]\s|[。！？；;\n]/g;

/** Where ¥ is the yen: in a text about Japan, and in the sentences whose words say yen or Japan. */
export function readsYen(text: string, region: string | undefined): (offset: number) => boolean {
  if (region === 'JP') return () => true;
  if (!/[¥￥]/.test(text)) return () => false;
  const saysYen = (words: string) => yenWords.test(words) || (japan.test(words) && !china.test(words));
  const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index + 1);
  const starts = [0, ...ends];
  const yen = starts.map((start, index) => saysYen(text.slice(start, ends[index] ?? text.length)));
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return yen[low] as boolean;
  };
}

/**
 * The currency whose sign or code ends at `end`, white space aside.
 * `start` is the offset at which the sign begins, `power` the power of ten that a letter before a code adds.
 */
export function currencyEndingAt(
  text: string,
  end: number,
  isYen: (offset: number) => boolean,
): { readonly code: string; readonly start: number; readonly power?: number } | undefined {
  let last = end;
  while (last > 0 && end - last < 2 && /\s/.test(text.charAt(last - 1))) last--;
  const coded = codedSignEndingAt(text, last);
  if (coded !== undefined) return coded;
  for (const sign of byEnd.get(text.charAt(last - 1)) ?? []) {
    const start = last - sign.length;
    if (start < 0 || !text.startsWith(sign, start)) continue;
    if (capitals.test(sign.charAt(0)) && /[A-Za-z]/.test(text.charAt(start - 1))) continue;
    const code = signs[sign] as string;
    return { code: sign === '¥' && isYen(start) ? 'JPY' : code, start };
  }
  if (!capitals.test(text.charAt(last - 1))) return undefined;
  const code = text.slice(Math.max(0, last - 3), last);
  if (codesThatAreWords.has(code) && smallNumber.test(text.slice(end, end + 14))) return undefined;
  if (!currencyCodes.has(code)) return undefined;
  // MSEK 60, kEUR 5
  const power = thousands[text.charAt(last - 4)] ?? 0;
  const start = power > 0 ? last - 4 : last - 3;
  return /[A-Za-z]/.test(text.charAt(start - 1)) ? undefined : { code, start, power };
}

/** AUD$, USD$, CAD $: a code makes plain whose dollar it is. */
function codedSignEndingAt(text: string, end: number): { readonly code: string; readonly start: number } | undefined {
  if (!sign.test(text.charAt(end - 1))) return undefined;
  const at = text.charAt(end - 2) === ' ' ? end - 2 : end - 1;
  const code = text.slice(Math.max(0, at - 3), at).toUpperCase();
  if (!currencyCodes.has(code) || codesThatAreWords.has(code) || /[A-Za-z]/.test(text.charAt(at - 4))) return undefined;
  return { code, start: at - 3 };
}

const sign = /\p{Sc}/u;

/** Whether a token is the sign of a currency. */
export function isCurrencySign(text: string): boolean {
  return text.length === 1 && sign.test(text);
}

/** A number that goes on behind a sign, and what may stand between that number and a sign of its own. */
const numberBehind = /^[ \u00A0]?\d[\d.,]{0,30}(?: ?[a-z]{1,11}\b)?[ \u00A0]?/;
/** Numbers in a row of which each may have the sign. */
const maxSigns = 8;

/**
 * The sign of a currency behind an amount that ends at `end`, at once or after a space: 20€, 10 $. In "10 $ 30 $" each
 * number has the sign behind it, in "10 $30" the second has it.
 */
export function currencySignAt(
  text: string,
  end: number,
  isYen: (offset: number) => boolean,
): { readonly code: string; readonly end: number } | undefined {
  const start = /[ \u00A0]/.test(text.charAt(end)) ? end + 1 : end;
  const character = text.charAt(start);
  if (!sign.test(character)) return undefined;
  const code = character === '¥' && isYen(start) ? 'JPY' : signs[character];
  if (code === undefined || !standsBehind(text, start, start > end)) return undefined;
  return { code, end: start + 1 };
}

function standsBehind(text: string, first: number, isApart: boolean): boolean {
  let at = first;
  for (let count = 0; count < maxSigns; count++) {
    const rest = text.slice(at + 1, at + 50);
    if (!/^[ \u00A0]?\d/.test(rest)) return true;
    // 10 $30
    if (isApart && !/^[ \u00A0]/.test(rest)) return false;
    const number = numberBehind.exec(rest)?.[0] ?? '';
    at += 1 + number.length;
    if (!sign.test(text.charAt(at))) return false;
  }
  return false;
}
