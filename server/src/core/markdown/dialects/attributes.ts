/** `#id`, `.class`, `key="value"`, `-`. */
const attribute = String.raw`(?:[#.][\p{L}\p{N}_:.-]{1,120}|[\p{L}_:-][\p{L}\p{N}_:.-]{0,60}=(?:"[^"\n]{0,400}"|'[^'\n]{0,400}'|[^\s"'{}]{1,200})|-)`;
/** The source of an expression: `{#id .class key="value"}`, with the colon of Kramdown. */
export const attributeSource = String.raw`\{:?[ \t]{0,4}${attribute}(?:[ \t]{1,4}${attribute}){0,12}[ \t]{0,4}\}`;
/** An attribute list; `{=html}` of raw text and `{-}` too. */
export const attributeList = new RegExp(
  `${attributeSource}|\\{=[a-z][\\w-]{0,20}\\}|\\{:[ \\t]*[a-z]\\w{0,20}\\}|\\{-\\}`,
  'uy',
);
/** `]{.smallcaps}` */
export const attributesBehind = new RegExp(`\\]${attributeSource}`, 'uy');
