import { sentenceLanguage } from '../language/sentence-language.js';
import { readWords, says } from '../language/words/words.js';
import { announcesTasks } from '../lists/task-cues.js';
import { mentionsIn } from '../report/mentions-in.js';
import { isOwnWords } from '../report/own-words.js';
import type { Mention, Report } from '../report/report.js';
import { sentencesOf } from '../sentences/sentence.js';
import { blankOut } from '../text/blank-out.js';
import type { Span } from '../text/span.js';
import type { EntryKind, EntryOf } from '../vocabulary/model.js';
import { namesOf } from '../vocabulary/preferred-form.js';
import { fullName } from '../vocabulary/references.js';
import type { ReportRule } from './rule.js';

/** A task is credited to a meeting or body whose list does not hold it. */
export const taskForeign: ReportRule<undefined> = {
  id: 'task-foreign',
  severity: 'information',
  reads: 'document',

  *check(report) {
    const lists = report.vocabulary.ofKind('taskLists');
    if (lists.length === 0) return;
    for (const [index, block] of report.prose.blocks.entries()) {
      if (!mentionsIn(report, index).some(({ entry }) => setters.has(entry.kind))) continue;
      for (const { span: sentence, text, words } of sentencesOf(report, block)) {
        const here = mentionsIn(report, index, sentence);
        const credited = lists.filter((list) =>
          here.some((mention) => isSetterOf(list, mention) && isOwnWords(report, mention)),
        );
        if (
          credited.length === 0 ||
          isNotSetBy(
            blankOut(
              text,
              sentence.start,
              here.map(({ at }) => at),
            ),
            report.language,
          ) ||
          !(announcesTasks(words, report.vocabulary) || here.some(({ entry }) => entry.kind === 'taskLists'))
        )
          continue;
        const tasks = [...here, ...mentionsInList(report, index, sentence)].filter(
          ({ entry }) => entry.kind === 'tasks',
        );
        const setter = here.find((mention) => credited.some((list) => isSetterOf(list, mention)));
        for (const mention of tasks) {
          if (
            mention.block === index &&
            setter !== undefined &&
            mention.at.start < setter.at.start &&
            !/^zh/.test(mention.form.language)
          ) {
            if (!isCreditedAfter(block.text.slice(mention.at.end, setter.at.start), report.language)) continue;
          }
          if (credited.some((list) => holds(list, mention)) || !lists.some((list) => holds(list, mention))) continue;
          if (!isOwnWords(report, mention)) continue;
          const list = credited[0] as EntryOf<'taskLists'>;
          yield {
            messageId: 'task-foreign',
            values: {
              found: report.text.slice(mention.span.start, mention.span.end).replace(/\s+/g, ' '),
              list: namesOf([list]),
              others: namesOf(lists.filter((other) => holds(other, mention))),
            },
            span: mention.span,
            entry: list,
            detail: undefined,
          };
        }
      }
    }
  },
};

/** Between a task and the body behind it: "is a function of the", "was set by". */
function isCreditedAfter(gap: string, language: string): boolean {
  if (!/\s$/.test(gap)) return false;
  const words = readWords(gap, sentenceLanguage(gap, language));
  const end = words.last('article')?.start ?? gap.length;
  if (words.before(end, 'becomes') !== undefined) return true;
  return words.before(end, 'belongsTo') !== undefined && words.says('becomes');
}

const setters: ReadonlySet<EntryKind> = new Set<EntryKind>(['organizations', 'events', 'documents', 'taskLists']);

/** Whether a sentence says that a task was not set, or that another had a hand in it. */
function isNotSetBy(words: string, language: string): boolean {
  return says(
    words,
    sentenceLanguage(words, language),
    'denies',
    'negates',
    'notYet',
    'supposes',
    'excepts',
    'assists',
  );
}

/** Whether a mention is of the list, or of the body or event that set it. */
function isSetterOf(list: EntryOf<'taskLists'>, { entry }: Mention): boolean {
  if (entry === list) return true;
  const { pack, setAt, setBy } = list;
  return (
    (setAt !== undefined && entry.fullName === fullName(setAt, pack)) ||
    (setBy !== undefined && entry.fullName === fullName(setBy, pack, 'organizations'))
  );
}

function holds(list: EntryOf<'taskLists'>, { entry }: Mention): boolean {
  return entry.pack === list.pack && list.tasks.some(({ task }) => task === entry.id);
}

/** The mentions in a list that the sentence introduces. */
function mentionsInList(report: Report, index: number, sentence: Span): readonly Mention[] {
  const text = report.prose.blocks[index]?.text ?? '';
  if (sentence.end < text.trimEnd().length || !/[:：]\s*$/.test(text)) return [];
  const list = report.prose.introduced.get(index);
  return (list?.items ?? []).flatMap(({ first, end }) =>
    Array.from({ length: end - first }, (_, i) => mentionsIn(report, first + i)).flat(),
  );
}
