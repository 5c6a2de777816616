import type { Vocabulary } from '../vocabulary/merge-packs.js';
import { inLanguage, nameOf } from '../vocabulary/preferred-form.js';
import type { DatedRole } from './roles.js';

/** "chairman of Harbour Works", "minister of trade", 港口集团董事长: a role in words. */
export function postInWords(
  vocabulary: Vocabulary,
  { person, role }: Pick<DatedRole, 'person' | 'role'>,
  language: string,
): string {
  const title = inLanguage(role.title, language)?.[0] ?? '';
  const organization =
    role.organization === undefined ? undefined : vocabulary.find('organizations', role.organization, person.pack);
  if (organization === undefined) return title;
  const name = nameOf(organization, language);
  if (/\p{Script=Han}/u.test(title)) {
    // 财政大臣 says whose it is, 财政部.
    const subject = name.replace(kindOfBody, '');
    const saysBody = title.includes(name) || (subject.length > 1 && subject !== name && title.startsWith(subject));
    return saysBody ? title : `${name}${title}`;
  }
  if (title.split(' ').length > 3) return title;
  const portfolio = /^Ministry\s+(of\s.+)$/.exec(name)?.[1];
  if (portfolio !== undefined && /^minister$/i.test(title)) return `${title} ${portfolio.toLowerCase()}`;
  return `${title} of ${takesArticle.test(name) ? 'the ' : ''}${name}`;
}

const kindOfBody = /(?:委员会|办公室|[部局厅司处署院])$/;

const takesArticle =
  /^(?:Ministry|Department|Office|Bureau|Commission|Committee|Party|House|Bank|State|National|.*\b(?:Institute|Center|Centre|Council|School|Office|Committee|Commission)\b)/;
