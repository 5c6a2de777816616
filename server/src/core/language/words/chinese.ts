import { type NotionWords, nothing } from './notions.js';

export const chinese: NotionWords = {
  // Whether a sentence says that something is so.
  denies: {
    says:
      '尚未|未能|没有|没能|并未|未达|未曾|从未|从来没|远未|不是|并不|并非|不会|不曾|绝非|绝不|决不|决非|不再|不可能|未必|不见得|谈不上|算不上|称不上|不(属|真|符)实|不实|不符|' +
      '失实|虚假|纯属|子虚乌有|否认|否定|辟谣|驳斥|反驳|不成立|站不住脚|无中生有|捏造|谎(言|话)|撒谎|编造|杜撰|毫无(根据|依据)|毫不',
    but: '没有(疑问|悬念|争议|例外)|不是(别|其)|毫不(动摇|放松|犹豫|松懈)|绝不(动摇|放松)|(不容|无可|不可|毋庸|无法|无人|没人|没有人|谁也不能|谁也无法|谁也不会|谁都不能|谁都无法)(否认|否定|反驳)|并不(奇怪|意外|例外)',
  },
  negates: {
    says: '不|没|无法',
    but:
      '不(低|少|高|小|大|多|亚|逊|限|止|同)于|不超过|不少|不足|不到|不断|不仅|不但|不只|不光|不单|不动摇|不变(|价)|不懈|不移|不久|不同|不过|不管|不论|不良|不动产|不锈|' +
      '不平凡|不等|不乏|不失|不错|不容|不可(否认|逆)|不约而同|不列颠|没收',
  },
  notYet: { says: '未|尚', but: '未来|未成年|(高|时|风)尚|尚且|崇尚' },
  doubts: {
    says:
      '误(称|传|报|以为|认为|认|导|解|读|写|记|作|把|将|判|植|引|算|当)|错误(地|信息|说法|数据|观点|认识|的)|是错误|有误|笔误|讹传|以讹传讹|错(把|将|记|写|算|报)|' +
      '存疑|质疑|怀疑|可疑|疑(似|问|点)|未(经|获|得到|被)(官方|权威|有关部门|)(证实|核实|确认)|猜测|臆测|无从(证实|查证)|难以(置信|相信|令人信服)|很难(相信|说)|不太可能|不大可能|争议|夸大|虚(高|报|增)|' +
      '谎报|瞒报|浮夸|(有待|值得)(商榷|推敲|查证|核实)|查无实据',
    but: '(毫无|没有|并无|无|无人|没人|没有人|谁也不|不容|毋庸|无须|不用|无可|消除|打消|释|回应)(怀疑|质疑|疑问|争议)',
  },
  supposes: {
    says: '情景|如果|若|假如|倘若|倘使|假设|假定|假使|设想|试想|设若|是否|即便|即使|哪怕|要是|万一|一旦|除非|情景(下|中)|模拟',
    but: '若干|(宛|恍|俨|有|欣|一)若|自若|若无其事',
  },
  mayBe: {
    says: '本可|或许|可能|也许|或将|大概率|恐怕|似乎|好像|想必|说不定|没准',
    but: '尽可能',
  },
  expects: {
    says: '预计|预期|预测|预估|有望|预料|料将|可望|估计将|预判|前瞻',
  },
  toCome: {
    says: '将',
    but: '将(近|军|领|士|官|来|就|错|才)|(虎|健|宿|名|武|大|中|少|上|老|即)将(领|们)',
  },
  plans: {
    says: '力争|争取|目标|计划|规划|拟|希望|确保|努力|奋力|锚定|瞄准|谋划|打算|旨在|承诺',
    but: '(虚|模|比|草)拟|拟(合|态|人)|计划单列|规划院|规划局|努力下',
  },
  demands: {
    says: '要求|应(当|该)|必须|务必|理应|有待|亟待',
  },
  putOff: {
    says: '原定|原计划|原拟|推迟|取消|延期|改期|改至|延后|暂缓|搁置',
    but: '取消(了|)限制',
  },
  hearsay: {
    says:
      '据称|据说|据传|街谈巷议|传闻|传言|谣(言|传)|流传|相传|盛传|网传|风传|疯传|听说|耳闻|坊间|小道消息|道听途说|所谓|号称|自称|声称|宣称|一说|(的|种|此|等|类|一)说法|' +
      '网(友|民)(称|说|认为|爆料)|有人(说|称|认为|以为|声称)|有(说法|观点|传言|消息|媒体)(称|说|认为|指)|自媒体|爆料|阴谋论',
    but: '无所谓',
  },
  states: {
    says: '为|达|是|突破|超过|增长|下降|(升|降)至',
  },
  subordinates: nothing,

  // Whether a figure is another than the one on record.
  revised: {
    says: '修订|修正|核实|终核|普查|核(增|减)|重新核算|回溯调整',
    but: '修订版|修正案|修正主义',
  },
  superseded: {
    says:
      '初步(核算|统计|测算|估算|估计)(数|值)|初步数|快报数|初值|初(核|估)数|' +
      '(最初|起初|当初|首次|初次|此前|先前|原先|原)(公布|发布|核算|估算|统计|估计|报告|披露)(数|值|为|的)|(最初|起初|当初)(公布|发布|核算|估算|统计|估计|报告|披露)|' +
      '(修订|核实|调整|修正)(之|)前',
  },
  provisional: {
    says: '初步|快报|速报|初值|最初|暂(定|估)|预(估|核算)',
  },
  otherPrices: {
    says: '(不变|可比|固定)价|可比口径|(剔除|扣除)(价格|物价|通胀|通货膨胀)|购买力平价|季(节|)调(整|)|经季节',
  },
  adjusted: {
    says: '季节|调整|不变价|可比价|名义',
    but: '(结构|布局|战略|政策|优化|产业|人事|机构|深度|区划|动态)调整|调整(结构|优化|产业|完善|转型|经济|能源)|名义上',
  },

  // Events and their days.
  mistakes: { says: '不存在|并无|虚构|误|错|更正|勘误|无效' },
  noSuch: nothing,
  calendars: { says: '历法|日历|阳历|公历|闰|(农|阴|旧|夏|藏|回)历|腊月|正月' },
  others: { says: '而非|有别|其他|其它|另|别的|不同|无关|例行|再次|又' },
  excepts: { says: '除|以外|之外' },
  timeOrder: { says: '(之|以)(前|后)' },

  // Lists and tasks.
  listNouns: {
    says:
      '任务|工(作|程)|措施|举措|目标|重点|原则|问题|步骤|阶段|要求|建议|方向|领域|项目|行动|支柱|挑战|风险|原因|' +
      '环节|改革|条件|经验|启示|方面|内容|要点',
  },
  numberedNames: nothing,
  countedInstead: nothing,
  partOfList: { says: '其中|包括|例如|如下等|等(方面|内容|领域)' },
  chooses: nothing,
  beforeCounts: nothing,
  clauseWords: { says: '已经|正在|将' },
  addsToItem: nothing,
  deniesBelonging: { says: '(不|不再|并非|不应|从未)(是|属于|列为|列入)' },
  assists: { says: '协助|配合|交办|检查|督查|审计|汇报|拨款' },

  // Quotations, and who is quoted.
  clauseSubject: nothing,
  joinsNoun: nothing,
  possessive: nothing,
  clauseWord: {
    says:
      '是|有|能|会|要|就|也|都|还|没|不|把|被|让|使|在|了|着|过|吗|呢|吧|啊|我|你|他|她|它|这|那|将|可|已|为|' +
      '(应|须)当|必须|须在',
  },
  saysSo: { says: '说|表示|指出|认为|强调|介绍|告诉(|记者)|坦言|透露|感慨|直言|回忆|呼吁', but: '说明书' },
  speaks: {
    says:
      '讲|谈|写(道|着|到|下)|问|答|称(，|：|“)|声称|据称|道(：|“|，)|提出|提到|回答|引用|引述|报道|' +
      '要求|明确|规定|据|一句|这句|的话|谚语|俗话|古人|诗|歌',
    but: '(讲|谈)(究|判)|(问|答)(题|案|卷)|(数|依|证|根|占)据',
  },
  speaker: {
    says:
      '来信|采访|记者|厂长|工人|主任|专家|负责人|同志|先生|女士|老师|师傅|院士|教授|书记|村民|员工|经理|董事长|' +
      '总裁|总理|主席|部长|司长|所长|院长|校长|市长|省长|县长|镇长|局长|处长|科长|班长|组长|队长|研究员|学者|' +
      '作者|读者|代表|委员|客户|用户|老板|创始人|技师|农民|农户|牧民|渔民|司机|学生|教师|医生|护士|官员|大臣|' +
      '议员|发言人|分析师|经济学家|店主|业主|住户|群众|网友|居民',
  },
  someone: { says: '他|她|我|你', but: '其他|我国' },
  wordsAre: { says: '来自|所谓|叫做|名为|题为|标语|口号|例如|比如|标题' },
  givesWords: { says: '说|称|道|写|载|据|显示|中有|一文' },
  whereOrWhen: nothing,
  namedDay: nothing,
  unnamed: { says: '一(位|名|个)|有' },
  spokenOf: { says: '对|向|就|针对|谈到|看了|读了|关于|告诉' },
  takesUp: { says: '它|该|文中|文章|其中|并|还|又|书中|报告|文件' },
  joinsClauses: nothing,
  article: nothing,

  // Words around a place of the text: what fits, what is still to fill.
  preposition: nothing,
  particle: nothing,
  objectPronoun: nothing,
  leadsToVerb: nothing,
  joinsAlike: nothing,
  functionWord: nothing,
  smallInTitles: nothing,
  fillIn: { says: '填|请|待|插入|补充|此处' },
  unfilled: { says: '待(定|核|核实|确认|更新|补|填|完善)|请(填|补|输入)|此处(插入|填写|补充|待)' },
  leftOpen: { says: '待(补充|填写)', but: '(尚|有|亟)待(补充|填写)' },
  blank: {
    says: '姓名|名字|名称|题名|地名|日期|时间|时期|期间|数字|数值|数额|单位|地点|标题|金额|年份|待(定|补|填|核)',
  },
  asksFor: nothing,
  interrogative: nothing,
  editorial: { says: '见|参见|下(称|同)|原文如此|关键词|编者按|译者注' },
  leftOut: nothing,
  remarks: nothing,
  numberedPart: nothing,
  numberedInDigits: nothing,
  wantsNoun: nothing,
  auxiliary: nothing,
  determiner: nothing,
  counted: nothing,
  share: { says: '个百分点' },
  lettered: { says: '染色|核型' },
  listsNotes: nothing,
  addresses: { says: '你|您' },
  permits: { says: '请|可' },
  adapts: nothing,
  template: { says: '模板|模版|范本' },
  form: { says: '样本|样例|示例|范例' },
  forExample: { says: '例如|比如|假设|假如' },
  presses: nothing,

  // Rules of their own.
  becomes: nothing,
  belongsTo: nothing,
  codeName: { says: '版本|编号|编码|型号|代码|单号' },
  leadsToDate: nothing,
  partOfDay: { says: '(上|下|中)(午|旬)|晚|晚上|早|早上|凌晨|夜' },
  isDay: { says: '是|为' },
  heldOn: { says: '起|在|召开|举行|开' },
  recurring: { says: '(每|上|下|逢)(|个)' },
  namesDay: nothing,
  weekdayHeading: { says: '星期|周|礼拜' },
  callout: { says: '注|注意|提示|说明|重要|警告|备注|要点|摘要|小贴士' },
  sourcesHeading: { says: '参考文献|参考资料|资料来源|数据来源|文献|来源|注释|尾注|引用' },
  upTo: nothing,
  former: {
    says: '(原|前|旧称|时任|前身(|是|为)|曾(|用|名|称|为|叫|用名|称为|名为))(|国家)',
    but: '(目|当|此|日|之|以|提|从)前(|国家)',
  },
  calledSo: nothing,
  renamed: { says: '(|现|今|已|现已|今已)(更名|改名|改称|改组|并入)|(现|今)(为|称)|(|已)撤销' },
  nowadays: { says: '现|今' },
  otherName: { says: '(又|也|亦|俗|旧|原|简)(称|叫|名)(|作|为)' },
  standsFor: { says: '即|是|指|代表' },
  wholeReport: {
    says: '摘要|概要|概述|概况|引言|背景|现状|结论|总结|结语|附录|附件|数据|指标|分析|成效|展望|情况',
  },
  relativeTime: { says: '(本|上)(季度|月|周|半年)|(一|二|三|五|十|几|两|# )年来' },
  tellsOrder: {
    says:
      '排序|递(减|增)|(由|从)(难|易|大|小|高|低|快|慢|轻|重|多|少)(到|至)|倒序|逆序|倒着|任意(次|顺)序|' +
      '不分(先后|次序|顺序)',
  },
  taskLabel: {
    says: '任务|工作|重点|(|第)(一|二|三|四|五|六|七|八|九|十)(|是)|要|将|无|暂无|待(|补|补充)',
  },
  noValue: { says: '无|無|缺|暂无|暂缺|未公布|不详' },

  // Figures, tables and sources.
  headBeside: {
    says: '备注|注|注释|说明|链接|(发布|公布|更新|查阅|访问)(日期|时间|)|序号|编号|代码',
  },
  headSource: { says: '(数据|资料|)(来源|出处)(单位|机构|)|(发布|公布)(单位|机构|部门)' },
  headPeriod: {
    says: '(统计|报告|)(年份|年度|时期|时间|期间|日期|季度|月份|时点)|年|截至|截止',
  },
  headUnit: { says: '(计量|)单位' },
  headPlace: {
    says: '国家((和|或|/|)地区|)|地区|区域|省份|省市|城市|地方|国别|范围',
  },
  headTheme: { says: '类别|分类|领域|维度|方面|板块|类型|一级指标' },
  headValue: {
    says: '实际|最终|核定|最新|指标|统计|完成|全年|年度|数值|值|数据|数额|金额|数量|数|情况|水平|规模|总量|结果',
  },
  wholeCountry: { says: '全国(合计|总计|)' },
  besidePeriod: { says: '截至|截止|全年|年度|年末|年底|末|底|第' },
  besideMetric: { says: '全部|全国|年|总计|合计|数量|个数' },
  ofPart: { says: '其中|样本|情景|部分|按|分' },
  total: { says: '合计|总计|共计|总数|总和|全部' },
  nestedRow: { says: '其中|平均|小计' },
  restRow: { says: '其他|其它|其余' },
  gives: {
    says: '(共|总计|合计|仅|只|)(约为|为|是|达到|达到了|达|突破|超过|升至|降至|增至|有)',
  },
  beforeDate: nothing,
  bareNouns: {
    says: '总额|总数|总量|数量|金额|平均|人数|规模|价格|比率|比例|人口|面积|产量|销量',
  },
  pronouns: { says: '其|其中|这|该' },
  beforeSubject: { says: '(我国|全国|中国)(的|)' },
  narrows: nothing,
  auxiliaries: nothing,
  present: {
    says: '最新|目前|当前|现在|迄今|至今|如今|现阶段|眼下',
    but: '最新(型|技术|款|设备|产品|工艺|研发|修订|版)',
  },
  nearing: { says: '(将|接|逼|)近|几乎' },
  justUnder: nothing,
  doVerbs: nothing,
  unique: { says: '唯一|只有|独有|仅有' },
  tableLabel: { says: '表' },
  beforeUnit: { says: '单位(:|)' },
  credits: {
    says: '据|来源:|统计显示|表示|指出|报道|公布|显示|介绍|透露|发布',
    but: '表示(满意|欢迎|感谢|祝贺)',
  },
  sourceLabel: { says: '(数据|)来源:' },

  // The clause that gives a figure.
  howOrWhen: {
    says:
      '当前|如今|现阶段|首次|再次|再度|已经|已|仅|只|则|分别|正好|恰好|恰|刚好|就|也|仍|仍然|依然|尚|还|均|都|了|累计|目前|现在|最新|大致|' +
      '共|总共|一共|合共|共计|总计|合计|约|大约|近|将近|接近|不足|不到|超|超过|逾|左右|以上|以下|高达|多达|历史性|一举|成功|' +
      '顺利|连续|持续|进一步|稳步|快速|大幅|小幅|小幅度|明显|显著|略|略有|基本|保持|未能|没有|未|不|又|更|却|竟|最终|最后|' +
      '由此|从而|因此|同时|其时|当时|此时|届时|先后|陆续|逐步|逐年|整整|足足|至少|至多|最多|最少|几乎|总体|整体|总的',
  },
  timeNoun: {
    says:
      '年|月|日|季度|季|周|天|底|末|初|中|年末|年底|年初|月末|月底|全年|当年|去年|今年|上年|本年|同年|次年|前年|年度|年内|年中|' +
      '当月|当季|期末|期间|时期|期内|时|一年|其间|至今|迄今',
  },
  sameMeasure: {
    says:
      '总数|总量|总额|总值|总规模|规模|数量|数额|金额|数值|数|值|量|额|水平|大关|关口|台阶|新高|新低|历史|纪录|记录|峰值|' +
      '合计数|总计数|余额|总的|一个|新的|这个|这一',
  },
  wholeOf: { says: '全境|全域|全部|全国|我国|国内|国家|全年|当年|去年|今年|总|整个|全口径|全社会|实际' },
  whole: { says: '全国|我国|国家|全社会' },
  verbOfValue: {
    says:
      '为|是|达|达到|达至|突破|冲破|跨过|迈过|站上|登上|站稳|创|创下|创造|刷新|逼近|实现|完成|录得|收于|收报|报|计|合|有|' +
      '居|位居|等于|相当于|维持|维持在|保持在|稳定在|徘徊在|控制在|落在|处于|在|至|到|由|从|自|于|的|和|与|比|较|同比|平|' +
      '(上升|增长|增加|提高|提升|上涨|扩大|回升|扩展|发展|壮大|下降|下滑|下跌|减少|降低|回落|缩小|收窄|缩减|压减|' +
      '调整|变化|累积|积累|上调|下调)(了|)(至|到|为|)|(升|增|涨|降|减|跌|变|缩|扩|压|调)(至|到|为)|' +
      '(约|仅|共|已|均|高|分别|总计|合计)(为|达)|(攀|跃|爬|迈|跨|冲|走|推|拉)(升|进|上|高)(至|到|)|增产|减产|元|亿|万|水|台',
  },
  partVerb: nothing,
  aTime: { says: '日均|月均|年均|人均|户均|周均|季均|平均每|每年|每月|每日|每天|每周' },
  moves: nothing,
  tells: { says: '公布|发布|统计|测算|核算|核定|认定|报告|公告|披露|显示|表明|指出' },
  has: { says: '实现|完成|创造|取得|形成|产生|拥有|共有|有|具有' },
  compares: nothing,
  typical: nothing,
  partOfYear: nothing,
  vouches: nothing,
  discourse: nothing,
  givesToSubject: nothing,
  givesBehindNoun: nothing,
  besideValue: nothing,
  opensSubject: nothing,
  narrowsClause: nothing,
  priceNoun: nothing,
  copular: nothing,
  madeKnown: nothing,
  restricts: { says: '不含|不包括|剔除|扣除|按|可比价|不变价|实际|名义|增速|占|其中|和|与|及' },
};
