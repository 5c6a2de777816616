import { dictionary } from '../../text/dictionary.js';
import { chinese } from './chinese.js';
import type { Writing } from './writing.js';

/** The first of the words by which each is read. */
const firstWords = (all: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(all).flatMap(([id, [first]]) => (first === undefined ? [] : [[id, first] as const]));

export const chineseWriting: Writing = {
  scales: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  hedges: { above: '超过', 'at-least': '不少于', about: '约', exactly: '恰为', 'at-most': '不超过', below: '不足' },
  turned: dictionary({
    接近: '超过',
    逼近: '超过',
    将近: '超过',
    近: '超',
    不足: '超过',
    不到: '超过',
    低于: '高于',
    少于: '多于',
    超过: '不足',
    突破: '不足',
    高于: '低于',
    多于: '少于',
    以下: '以上',
    以上: '以下',
    正好: '约',
    恰好: '约',
  }),
  units: dictionary({
    ...Object.fromEntries(firstWords(chinese.currencies)),
    ...Object.fromEntries(firstWords(chinese.units)),
    // Watts; the id of weeks in durations is W too, and no record is in weeks.
    W: '瓦',
  }),
  durations: dictionary({
    Y: '年',
    Q: '个季度',
    M: '个月',
    W: '周',
    D: '天',
    h: '小时',
    min: '分钟',
    s: '秒',
  }),
  times: dictionary({
    year: '年',
    Y: '年',
    quarter: '季度',
    Q: '季度',
    month: '月',
    week: '周',
    day: '天',
    D: '天',
    hour: '小时',
    h: '小时',
  }),
  quarters: [[...'一二三四'].map((n) => `${n}季`), [1, 2, 3, 4].map((n) => `${n}季`)],
  months: Array.from({ length: 12 }, (_, n) => `${n + 1}月`),
  digits: '〇一二三四五六七八九',
  ordinals: [...'一二三四五六七八九十'].map((n) => `第${n}`),
  world: '世界',
  figures: [
    { form: 'when-first', text: '{when}{subject}为{value}。', hedged: '{when}{subject}{value}。' },
    { form: 'colon', text: '{subject}：{value}（{period}）' },
    { form: 'reached', text: '{when}，{subject}{up:达到|down:降至}{value}。' },
    { form: 'at-the-end', text: '截至{end}，{subject}为{value}。' },
    { form: 'from-to', text: '{subject}由{oldWhen}的{oldValue}变为{when}的{value}。' },
  ],
  ranks: [
    { form: 'ranked', text: '{when}，{subject}居{scope}{ordinal}位。' },
    { form: 'streak', text: '{when}，{subject}连续{years}年居{scope}{ordinal}位。' },
  ],
  targets: [
    { form: 'named', text: '目标是{target}。' },
    { form: 'due', text: '到{due}年实现{subject}。' },
  ],
  posts: [
    { form: 'before', text: '{post}{person}主持会议。' },
    { form: 'is', text: '{person}任{post}。' },
  ],
  events: [
    { form: 'was-held', text: '{event}于{when}举行。' },
    { form: 'colon', text: '{event}：{when}' },
  ],
  when: { fiscalYear: '{}年度', years: '{}', endOfYear: '{}底', endOfPeriod: '{}末' },
};
