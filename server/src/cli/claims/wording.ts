import type { ListedClaim, Locale } from '../../core/index.js';

type Counts = Readonly<Record<ListedClaim['verdict'], number>>;

export interface ClaimsWording {
  readonly verdicts: Readonly<Record<ListedClaim['verdict'], string>>;
  readonly undated: string;
  record(record: string): string;
  summary(counts: Counts): string;
}

const english: ClaimsWording = {
  verdicts: { holds: 'holds', wrong: 'wrong', stale: 'stale', unknown: 'unknown' },
  undated: 'no period',
  record: (record) => `on record: ${record}`,
  summary({ holds, wrong, stale, unknown }) {
    const total = holds + wrong + stale + unknown;
    if (total === 0) return 'No claims about the metrics of the packs in force';
    return `${total} ${total === 1 ? 'claim' : 'claims'}: ${holds} hold, ${wrong} wrong, ${stale} stale, ${unknown} unknown`;
  },
};

const chinese: ClaimsWording = {
  verdicts: { holds: '相符', wrong: '不符', stale: '非最新', unknown: '无从核对' },
  undated: '未标明时期',
  record: (record) => `记录：${record}`,
  summary({ holds, wrong, stale, unknown }) {
    const total = holds + wrong + stale + unknown;
    if (total === 0) return '没有涉及现用词库指标的数据';
    return `共${total}项数据：${holds}项相符，${wrong}项不符，${stale}项非最新，${unknown}项无从核对`;
  },
};

export function claimsWording(locale: Locale): ClaimsWording {
  return locale === 'zh' ? chinese : english;
}
