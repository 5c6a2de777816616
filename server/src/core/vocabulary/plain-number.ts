/** A number as packs write it, `1.9e6`, or with its thousands apart: `1,940,000`, `1 940 000`, `1，940，000`. */
const plain = /^([-+−]?)(\d{1,3}(?:([,，' \u00A0\u2009\u202F’])\d{3})(?:\3\d{3})*|\d+)?((?:\.\d*)?(?:e[-+]?\d+)?)$/i;

/** The digits of a number without the marks between its thousands; undefined for what is no number. */
export function plainNumber(text: string): string | undefined {
  const [, sign = '', whole = '', , rest = ''] = plain.exec(text.trim()) ?? [];
  const digits = whole.replace(/\D/g, '') + rest;
  return /^(?:\d|\.\d)/.test(digits) ? sign.replace('−', '-') + digits : undefined;
}

/** Whether a cell or a value says that there is none: empty, `n/a`, `..`, –, 无. */
export function saysNone(text: string): boolean {
  return /^(?:|[-–—.…:/]{1,4}|n\.?\/?a\.?n?|#n\/a|null|none|nil|not available|not applicable|[无無缺]|暂无|暂缺|未公布|不详)$/i.test(
    text.trim(),
  );
}
