import type { ListedStatement, Locale } from '../../core/index.js';

type Counts = Readonly<Record<ListedStatement['verdict'], number>>;

export interface ClaimsWording {
  readonly verdicts: Readonly<Record<ListedStatement['verdict'], string>>;
  readonly undated: string;
  record(record: string): string;
  /** `all`: the numbers that are stated of nothing are listed too. */
  summary(counts: Counts, all: boolean): string;
}

const english: ClaimsWording = {
  verdicts: { holds: 'holds', wrong: 'wrong', stale: 'stale', unknown: 'unknown', unbound: 'unbound' },
  undated: 'no period',
  record: (record) => `on record: ${record}`,
  summary({ holds, wrong, stale, unknown, unbound }, all) {
    const total = holds + wrong + stale + unknown;
    const others = all && unbound > 0 ? `; ${unbound} ${unbound === 1 ? 'number' : 'numbers'} unbound` : '';
    if (total === 0) return `No claims about anything that the packs in force have on record${others}`;
    return `${total} ${total === 1 ? 'claim' : 'claims'}: ${holds} hold, ${wrong} wrong, ${stale} stale, ${unknown} unknown${others}`;
  },
};

const chinese: ClaimsWording = {
  verdicts: { holds: '相符', wrong: '不符', stale: '非最新', unknown: '无从核对', unbound: '无所对应' },
  undated: '未标明时期',
  record: (record) => `记录：${record}`,
  summary({ holds, wrong, stale, unknown, unbound }, all) {
    const total = holds + wrong + stale + unknown;
    const others = all && unbound > 0 ? `；另有${unbound}个数字无所对应` : '';
    if (total === 0) return `没有涉及现用词库所载记录的内容${others}`;
    return `共${total}项：${holds}项相符，${wrong}项不符，${stale}项非最新，${unknown}项无从核对${others}`;
  },
};

export function claimsWording(locale: Locale): ClaimsWording {
  return locale === 'zh' ? chinese : english;
}
