import type { Tokens } from '../language/tokens.js';
import { phrasesOf } from '../language/words/phrases.js';
import { isWord, tables } from '../language/words/words.js';
import { once } from '../text/once.js';
import type { Span } from '../text/span.js';
import { MentionIndex } from '../vocabulary/mention-index.js';
import type { Vocabulary } from '../vocabulary/merge-packs.js';
import type { Form } from '../vocabulary/model.js';

/** A post by its words: its rank below the head ("vice", 副) and what the head is, whichever word is used for it. */
export interface Title {
  readonly text: string;
  /** Words of one class name one post: chair and chairman, director and head. */
  readonly head: string;
  readonly deputy: boolean;
}

/** A title as it stands in a text. */
export interface TitleInText {
  readonly title: Title;
  readonly at: Span;
}

/** Titles that any report may give a person, the words of one post on one line. */
const heads: readonly (readonly string[])[] = [
  ['chairman', 'chairwoman', 'chair', 'chairperson', 'board chairman', 'chairman of the board', '董事长', '董事局主席'],
  ['general manager', 'managing director', '总经理'],
  ['president', '总裁', '执行总裁', 'executive president'],
  ['chief executive', 'chief executive officer', 'CEO', '首席执行官'],
  ['minister', '部长'],
  ['premier', '总理'],
  ['prime minister', '首相'],
  ['director', 'director general', 'director-general', 'head', '司长', '所长', '局长', '主任', '处长', '院长', '厅长'],
  ['secretary general', 'secretary-general', '秘书长'],
  ['secretary of state', 'secretary', '书记'],
  ['governor', '省长', '行长'],
  ['mayor', '市长'],
  ['ambassador', '大使'],
  ['dean'],
  // The head of a university, whose chancellor is there for ceremonies.
  ['vice-chancellor'],
];

/** Posts that one may hold beside another in the same body, or that several hold at once. */
const shared =
  /(?:书记|委员|成员|研究员|教授|院士|顾问|代表|发言人|总工|专家|会计师|经济师|编辑|member|researcher|professor|fellow|adviser|advisor|delegate|spokes\w+|engineer|economist|analyst|editor|(?:party|group|general|permanent|under|private|press|executive)[\w\s-]*secretary|^secretary$|expert|scientist|co-\w+|联席)/i;

export function isShared(title: Title): boolean {
  return title.deputy || (shared.test(title.text) && !isSoleOffice(title));
}

/** Whether a country has one of them, whoever it is: 总理. */
export const isSoleOffice = ({ text, deputy }: Title) =>
  !deputy &&
  [text.toLowerCase(), plainTitle(text)].some((words) =>
    ['en', 'zh'].some((each) => isWord(words, each, 'soleOffice')),
  );

const deputyWord = /^(?:deputy|vice|assistant|associate|pro)[\s-]+/i;
/** "Vice-admiral" is a rank of its own where nobody is "admiral"; a deputy is one in any company. */
const vice = /^vice[\s-]+/i;

/** What a title's words say. Whole is what a pack lists, or the words of a known post: "vice-chancellor". */
export function readTitle(text: string, vocabulary: Vocabulary): Title {
  // 副部长, 能源副大臣; not 副刊编辑, 副省级城市市长.
  const han = /^(\p{Script=Han}*?)(?:常务)?副(?!刊|[省部厅司局处县科]级|中心城|食品|业(?!务))(.+)$/su.exec(text);
  const plain = han?.slice(1).join('') ?? text.replace(deputyWord, '');
  const own = headOf.get(plainTitle(text));
  if (own !== undefined) return { text, deputy: false, head: own.toLowerCase() };
  const known = listedTitles(vocabulary);
  const whole =
    vice.test(text) && known.has(plainTitle(text)) && !known.has(plainTitle(plain)) && !headOf.has(plainTitle(plain));
  if (whole) return { text, deputy: false, head: plainTitle(text) };
  // "Secretary of State for Energy" is a title of its own.
  return { text, deputy: plain !== text, head: (headOf.get(plainTitle(plain)) ?? plain).toLowerCase() };
}

/** The titles that the packs give whole. */
const listedTitles = once(
  (vocabulary: Vocabulary): ReadonlySet<string> => new Set(ownTitles(vocabulary).map(plainTitle)),
);

function ownTitles(vocabulary: Vocabulary): readonly string[] {
  return vocabulary.ofKind('people').flatMap(({ roles }) => roles.flatMap(({ title }) => Object.values(title).flat()));
}

function plainTitle(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, ' ');
}

function sameTitle(a: string, b: string): boolean {
  return plainTitle(a) === plainTitle(b);
}

const headOf = new Map(heads.flatMap((words) => words.map((word) => [plainTitle(word), words[0] as string] as const)));

/** Whether a title is, or is a part of, another: "researcher" of "co-director and researcher". */
export function names(title: Title, wanted: string, vocabulary: Vocabulary): boolean {
  const parts = [wanted, ...wanted.split(/\s+and\s+|、|兼|,\s*/)];
  return parts.some((part) => {
    const other = readTitle(part, vocabulary);
    return other.deputy === title.deputy && (other.head === title.head || sameTitle(part, title.text));
  });
}

const titleIndex = once((vocabulary: Vocabulary): MentionIndex<Title> => {
  const index = new MentionIndex<Title>();
  const known = new Set<string>();
  const add = (text: string) => {
    if (known.has(text.toLowerCase())) return;
    known.add(text.toLowerCase());
    const isHan = /\p{Script=Han}/u.test(text);
    const form: Form = {
      text,
      language: isHan ? 'zh' : 'und',
      role: 'admitted',
      class: 'rival',
      status: 'verified',
      near: [],
      caseSensitive: false,
    };
    index.add(form, readTitle(text, vocabulary));
  };
  const offices = ['en', 'zh'].flatMap((language) => phrasesOf(tables[language]?.soleOffice?.says ?? ''));
  for (const text of [...ownTitles(vocabulary), ...heads.flat(), ...offices]) {
    add(text);
    if (/\p{Script=Han}/u.test(text))
      for (const at of [0, text.length > 3 ? text.length - 2 : 0]) add(`${text.slice(0, at)}副${text.slice(at)}`);
    else
      for (const rank of ['deputy', 'vice', 'assistant', ...(vice.test(text) ? ['pro'] : [])])
        if (!deputyWord.test(text) || (headOf.has(plainTitle(text)) && rank !== 'vice')) add(`${rank} ${text}`);
  }
  return index;
});

/** The titles of a text; `tokens` are its words, for who has them. */
export function titlesIn(text: string, vocabulary: Vocabulary, tokens?: Tokens): readonly TitleInText[] {
  return titleIndex(vocabulary)
    .find(text, false, tokens)
    .map(({ span, target }) => ({ title: target, at: span }));
}
