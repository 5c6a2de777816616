/** The scripts of Chinese, as ISO 15924 has them: simplified and traditional. */
export type HanScript = 'Hans' | 'Hant';

/**
 * Common characters that differ, simplified and traditional. None is written in the other script too, as 后, 里, 台 and
 * 干 are: the first of a pair is in GB 2312 and not in Big5, the second in Big5 and not in GB 2312. They make up more
 * than a quarter of a text.
 */
export const differingHan = `
业業 国國 发發 进進 经經 会會 产產 设設 实實 强強 济濟 农農 资資 为為 务務 开開 对對 亿億 现現 续續 区區 长長 动動 调調 结結 关關 坚堅 规規 继繼
场場 积積 项項 个個 电電 稳穩 学學 财財 义義 内內 决決 术術 护護 们們 标標 时時 环環 费費 题題 际際 问問 创創 过過 总總 导導 计計 扩擴 权權 职職
应應 础礎 这這 来來 质質 统統 税稅 转轉 监監 众眾 风風 领領 节節 级級 员員 组組 险險 战戰 势勢 营營 达達 变變 广廣 条條 较較 门門 军軍 减減 粮糧
医醫 难難 办辦 贸貿 预預 数數 运運 镇鎮 观觀 执執 备備 卫衛 认認 处處 将將 维維 议議 励勵 团團 视視 还還 队隊 挥揮 须須 综綜 协協 类類 补補 紧緊
断斷 责責 针針 贯貫 疗療 贷貸 彻徹 显顯 试試 养養 竞競 态態 报報 联聯 债債 织織 识識 灾災 贫貧 证證 负負 参參 层層 轮輪 装裝 币幣 东東 银銀 审審
货貨 劳勞 况況 则則 兴興 边邊 违違 间間 头頭 单單 纪紀 击擊 县縣 线線 销銷 张張 传傳 汇匯 奋奮 阶階 额額 围圍 购購 车車 论論 连連 验驗 败敗 键鍵
没沒 药藥 见見 历歷 顺順 储儲 带帶 户戶 顿頓 给給 涨漲 荣榮 贴貼 湾灣 让讓 岗崗 担擔 净淨 艰艱 许許 华華 绩績 师師 远遠 训訓 铁鐵 宽寬 响響 独獨
尽盡 缓緩 压壓 状狀 损損 盖蓋 够夠 链鏈 厉厲 满滿 换換 轻輕 矿礦 馆館 绿綠 脱脫 泽澤 话話 记記 闻聞 迈邁 样樣 拥擁 简簡 该該 献獻 检檢 艺藝 请請
选選 爱愛 钢鋼 兰蘭 双雙 热熱 讲講 输輸 顾顧 访訪 图圖 终終 属屬 帮幫 缩縮 肃肅 谈談 践踐 绝絕 启啟 拟擬 说說 贡貢 黄黃 杂雜 胀脹 扫掃 树樹 妇婦
订訂 闭閉 归歸 买買 测測 谋謀 库庫 灵靈 苏蘇 虑慮 评評 残殘 谢謝 抚撫 邻鄰 轨軌 欧歐 签簽 档檔 纳納 络絡 温溫 览覽 冲衝 骗騙 编編 觉覺 遗遺 饮飲
奖獎 择擇 陆陸 恶惡 晓曉 毕畢 虚虛 园園 伤傷 废廢 径徑 旧舊 潜潛 绕繞 卖賣 赢贏 码碼 虽雖 课課 随隨 齐齊 龙龍 龄齡 垄壟 绍紹 骤驟 称稱 宝寶 邮郵
摆擺
`;

const scripts = new Map<string, HanScript>(
  differingHan
    .trim()
    .split(/\s+/)
    .flatMap((pair) => {
      const [simplified, traditional] = pair;
      return [
        [simplified as string, 'Hans'],
        [traditional as string, 'Hant'],
      ] as const;
    }),
);

/** How much is in one script alone: characters, or whatever else is counted. */
export type ScriptCounts = Readonly<Record<HanScript, number>>;

/** The characters of a text that are of one script alone. */
export function countHanScripts(text: string): ScriptCounts {
  const counts = { Hans: 0, Hant: 0 };
  for (let i = 0; i < text.length; i++) {
    const script = scripts.get(text[i] as string);
    if (script !== undefined) counts[script]++;
  }
  return counts;
}

/** What is quoted in the other script, or borrowed from it, is less than one in so many. */
const otherOneIn = 10;

/** The script that nearly all is in; undefined for a mixture, and for nothing. */
export function leadingScript({ Hans, Hant }: ScriptCounts): HanScript | undefined {
  if (Hans > (otherOneIn - 1) * Hant) return 'Hans';
  return Hant > (otherOneIn - 1) * Hans ? 'Hant' : undefined;
}

/** The script that a language tag names: `zh-Hant`, or by the region, `zh-TW`. */
export function scriptOfTag(tag: string): HanScript | undefined {
  const subtags = tag.toLowerCase().split('-').slice(1);
  if (subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag))) return 'Hant';
  return subtags.some((subtag) => ['hans', 'cn', 'sg', 'my'].includes(subtag)) ? 'Hans' : undefined;
}
