import { type NotionWords, nothing } from './notions.js';

export const chinese: NotionWords = {
  // Whether a sentence says that something is so.
  denies: { says: '尚未|未能|没有|并未|未达|不是|并非|不会' },
  doubts: { says: '误(称|传|报)|错误地' },
  supposes: { says: '如果|若|假如|倘若|假设|是否' },
  mayBe: { says: '本可|或许|可能|也许' },
  expects: { says: '预计|预期|预测|预估|有望' },
  toCome: { says: '将', but: '将近' },
  plans: { says: '力争|争取|目标|计划|规划|拟|希望|确保|努力' },
  demands: { says: '要求|应(当|该)' },
  hearsay: { says: '据称|传闻' },
  states: { says: '为|达|是|突破|超过|增长|下降|(升|降)至' },
  subordinates: nothing,

  // Whether a figure is another than the one on record.
  revised: { says: '修订|修正|核实|终核|普查', but: '修订版' },
  provisional: { says: '初步|快报' },
  adjusted: { says: '季节|调整|不变价|可比价|名义' },

  // Lists and tasks.

  // People and posts.

  // Quotations, and who is quoted.

  // Words around a place of the text: what fits, what is still to fill.

  // Rules of their own.

  // Figures, tables and sources.
};
