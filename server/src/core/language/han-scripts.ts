/** The scripts of Chinese, as ISO 15924 has them: simplified and traditional. */
export type HanScript = 'Hans' | 'Hant';

/**
 * Common characters of simplified Chinese that are not written in traditional Chinese: in GB 2312 and not in Big5, by
 * frequency. They make up more than a quarter of a text. What both write, as 后, 里, 台 and 干, tells nothing.
 */
export const simplifiedOnly =
  '业国发进经会产设实强济农资为务开对亿现续区长动调结关坚规继场积项个电稳学财义内决术护们标时环费题际问创过总导计扩' +
  '权职应础这来质统税转监众风领节级员组险战势营达变广条较门军减粮医难办贸预数运镇观执备卫认处将维议励团视还队挥须综' +
  '协类补紧断责针贯疗贷彻显试养竞态报联债织识灾贫证负参层轮装币东银审货劳况则兴边违间头单纪击县线销张传汇奋阶额围购' +
  '车论连验败键没药见历顺储带户顿给涨荣贴湾让岗担净艰许华绩师远训铁宽响独尽缓压状损盖够链厉满换轻矿馆绿脱泽话记闻迈' +
  '样拥简该献检艺请选爱钢兰双热讲输顾访图终属帮缩肃谈践绝启拟说贡黄杂胀扫树妇订闭归买测谋库灵苏虑评残谢抚邻轨欧签档' +
  '纳络温览冲骗编觉遗饮奖择陆恶晓毕虚园伤废径旧潜绕卖赢码虽课随齐龙龄垄绍骤称宝邮摆';

/** The other way round: in Big5 and not in GB 2312. */
export const traditionalOnly =
  '業國發進經會產設實強濟農資為務開對億現續區長動調結關堅規繼場積項個電穩學財義內決術護們標時環費題際問創過總導計擴' +
  '權職應礎這來質統稅轉監眾風領節級員組險戰勢營達變廣條較門軍減糧醫難辦貿預數運鎮觀執備衛認處將維議勵團視還隊揮須綜' +
  '協類補緊斷責針貫療貸徹顯試養競態報聯債織識災貧證負參層輪裝幣東銀審貨勞況則興邊違間頭單紀擊縣線銷張傳匯奮階額圍購' +
  '車論連驗敗鍵沒藥見歷順儲帶戶頓給漲榮貼灣讓崗擔淨艱許華績師遠訓鐵寬響獨盡緩壓狀損蓋夠鏈厲滿換輕礦館綠脫澤話記聞邁' +
  '樣擁簡該獻檢藝請選愛鋼蘭雙熱講輸顧訪圖終屬幫縮肅談踐絕啟擬說貢黃雜脹掃樹婦訂閉歸買測謀庫靈蘇慮評殘謝撫鄰軌歐簽檔' +
  '納絡溫覽衝騙編覺遺飲獎擇陸惡曉畢虛園傷廢徑舊潛繞賣贏碼雖課隨齊龍齡壟紹驟稱寶郵擺體機價優據極構氣種確網勝適與並製' +
  '裡裏臺佔佈週準範係繫復複曆僅併儘廠聽壞潔築兒劃寧莊驚願擾鬥離薦聖嚮彙註誌讚餘鬆隻麼妳颱檯蹟幹鬱籲託佇豐穀麵闆迴迺' +
  '鹹';

/** What numbers, measure words and the words beside them have besides: a traditional character and its simplified one in turn. */
const morePairs =
  '萬万兩两點点貳贰號号噸吨畝亩頃顷後后從从幾几錢钱圓圆銖铢盧卢馬马韓韩紐纽羅罗爾尔亞亚錄录體体機机價价優优據据極极構构氣气種种確确' +
  '網网勝胜適适與与並并臺台佔占週周準准範范係系複复僅仅併并儘尽廠厂寧宁餘余鬆松隻只燈灯釐厘滬沪徵征攝摄筆笔棟栋顆颗劑剂盞盏頂顶' +
  '島岛輛辆盤盘塊块冊册鄉乡倆两於于緒绪';

const simplified = new Map([
  ...Array.from(simplifiedOnly, (character, index) => [traditionalOnly[index] as string, character] as const),
  ...Array.from(
    { length: morePairs.length / 2 },
    (_, index) => [morePairs[index * 2] as string, morePairs[index * 2 + 1] as string] as const,
  ),
]);
const anyTraditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g');

/** A text with traditional characters made simplified where one stands for one; of the same length, not a translation. */
export function foldToSimplified(text: string): string {
  return text.replace(anyTraditional, (character) => simplified.get(character) ?? character);
}

const scripts = new Map<string, HanScript>([
  ...Array.from(simplifiedOnly, (character) => [character, 'Hans'] as const),
  ...Array.from(traditionalOnly, (character) => [character, 'Hant'] as const),
]);

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
