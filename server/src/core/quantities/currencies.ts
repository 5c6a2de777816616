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
 * `start` is the offset at which the sign begins.
 */
export function currencyEndingAt(
  text: string,
  end: number,
  isYen: (offset: number) => boolean,
): { readonly code: string; readonly start: number } | undefined {
  let last = end;
  while (last > 0 && end - last < 2 && /\s/.test(text.charAt(last - 1))) last--;
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
  if (currencyCodes.has(code) && !/[A-Za-z]/.test(text.charAt(last - 4))) return { code, start: last - 3 };
  return undefined;
}
