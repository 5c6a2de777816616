import { type Locale, type Report, unreadMessage, unreadReason } from '../core/index.js';
import { type CheckedUnread, placeRange } from './reporters/checked-file.js';

/** The reasons that leave the whole of a text unread, if its span is the whole. */
const ofWhole = ['too-long', 'too-many', 'too-deep', 'foreign-script', 'foreign-language'];

/** What was left unread of a report. */
export function unreadOf({ text, lines, unread }: Report, locale: Locale): readonly CheckedUnread[] {
  return unread.map((each) => {
    const { span, reason } = each;
    const isWhole = ofWhole.includes(reason) && span.start === 0 && span.end === text.length;
    return {
      range: isWhole ? null : placeRange(span, lines),
      reason,
      message: unreadMessage(each, locale),
      why: unreadReason(each, locale),
    };
  });
}
