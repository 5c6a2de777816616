import type { Locale } from '../core/index.js';

/** How a first pack.yaml begins: what the pack is called, and in which languages it speaks. */
export function firstManifest(name: string, locale: Locale): string {
  return locale === 'zh' ? chinese(name) : english(name);
}

const english = (name: string) => `schema: 1
name: ${name}
version: 0.1.0
title: {en: Our words, zh: 本单位用语}
# The first is the language of plain strings.
languages: [en, zh]
`;

const chinese = (name: string) => `schema: 1
name: ${name}
version: 0.1.0
title: {zh: 本单位用语, en: Our words}
# 未注明语言的文字属第一种语言。
languages: [zh, en]
`;
