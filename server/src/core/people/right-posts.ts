import { toSource } from '../markdown/blocks.js';
import { blockOf, type Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import { inLanguage, nameOf } from '../vocabulary/preferred-form.js';
import { postInWords } from './post-in-words.js';
import { type PostInText, spanOfPost } from './posts-in-text.js';
import { type DatedRole, isBodyOf } from './roles.js';
import type { WrongPost } from './wrong-posts.js';

/** What may be written instead of a wrong post, the likeliest first: the right one, or whose it was. */
export function rightPosts(report: Report, { post, expected, holder }: WrongPost): readonly TextEdit[] {
  const block = blockOf(report, post.person);
  const { language } = post.person.form;
  const instead: TextEdit[] = [];
  if (expected !== undefined) {
    const title = titleLike(report.vocabulary, post, expected, language);
    const right = postInWords(report.vocabulary, expected, language);
    const sameBody = post.organization === undefined || isBodyOf(report.vocabulary, expected, post.organization);
    if (sameBody && title !== undefined)
      instead.push({ span: toSource(block, post.titleAt), text: likeFound(block.text, post.titleAt, title) });
    else {
      const at = spanOfPost(post);
      // "Harbour Works chairman" before a name, where "chairman of Harbour Works" would run into it.
      const isBefore = language === 'en' && /^\s*$/.test(block.text.slice(at.end, post.person.at.start));
      const body = expected.role.organization;
      const [, name] = / of (?:the )?(.+)$/.exec(right) ?? [];
      const isRunOn = isBefore && title !== undefined && body !== undefined && right.startsWith(`${title} of `);
      instead.push({ span: toSource(block, at), text: isRunOn ? `${name} ${title}` : right });
    }
  }
  if (holder !== undefined) instead.push({ span: post.person.span, text: nameOf(holder.person, language) });
  return instead;
}

/** The role's title, with its body's name in it where the title found has one. */
function titleLike(
  vocabulary: Vocabulary,
  post: PostInText,
  { person, role }: DatedRole,
  language: string,
): string | undefined {
  const titles = inLanguage(role.title, language) ?? [];
  const organization =
    role.organization === undefined ? undefined : vocabulary.find('organizations', role.organization, person.pack);
  const body = organization === undefined ? '' : nameOf(organization, language);
  const isFull = (title: string) => body !== '' && title.includes(body);
  return titles.find((title) => isFull(title) === isFull(post.title.text)) ?? titles[0];
}

/** A capital at the start where the title found has one. */
function likeFound(text: string, at: Span, title: string): string {
  return /^\p{Lu}/u.test(text.slice(at.start, at.end)) ? (title[0] ?? '').toUpperCase() + title.slice(1) : title;
}
