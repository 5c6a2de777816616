/** To say, to write, and what is done in saying. */
const speaks = [
  'sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|wr(?:ite|ites|ote|iting|itten)|ad(?:d|ds|ded|ding)|not(?:e|es|ed|ing)|explain\\w*|ask\\w*|argu\\w+|stat(?:e|es|ed|ing)|declar\\w+',
  'announc\\w+|warn\\w*|insist\\w*|recall(?:s|ed)|repl(?:y|ies|ied)|answer(?:s|ed|ing)?|comment(?:s|ed|ing)?|remark\\w*|observ(?:es|ed)|claim(?:s|ed)|report(?:ed|edly|ing)|promis(?:es|ed)|conclud\\w+|describ\\w+',
  'quot\\w+|cit(?:es|ed|ing)|tweet\\w*|recommend(?:s|ed)|urg(?:es|ed|ing)|shout\\w*|whisper\\w*|laugh\\w*|sigh\\w*|smil\\w+|jok(?:es|ed)|admit\\w*|conced\\w+|complain\\w*|boast\\w*|predict(?:s|ed)|suggest(?:s|ed)',
  'stress(?:es|ed)|emphasi[sz]\\w+|points?\\s+out|pointed\\s+out|caution(?:s|ed)|pledg\\w+|vow(?:s|ed)|summari[sz]\\w+|reflect(?:s|ed)|believ\\w+|think(?:s|ing)?|thought|wonder(?:s|ed)|agre(?:es|ed)|repeat(?:s|ed)',
  'reads?|puts?\\s+it|voice[sd]?|remind\\w*|heard|hears?|speak\\w*|spoke\\w*|talk(?:s|ed|ing)?|acknowledg\\w+|confirm(?:s|ed)|according|interview\\w*|letters?|speech\\w*|continued',
].join('|');
/** Who speaks. */
const speaker =
  'managers?|workers?|ministers?|officials?|spokes\\w+|engineers?|farmers?|directors?|owners?|residents?|experts?|analysts?|economists?|professors?|authors?|readers?|visitors?|students?|teachers?|boss(?:es)?|chiefs?|heads?|presidents?|chair\\w*|secretar(?:y|ies)|councillors?|buyers?|drivers?|forem[ae]n|operators?|editors?|critics?|clerks?|lawyers?|judges?|poets?|researchers?|scientists?|founders?|colleagues?|participants?|respondents?|customers?|citizens?|people|witness\\w*|neighbours?|neighbors?|shopkeepers?|m[ae]n|wom[ae]n|child(?:ren)?|mothers?|fathers?';
/** What quoted words are, or what they are used for. */
const use = [
  'provid\\w+|expect\\w*|mandat\\w+|require\\w*|call(?:s|ed|ing)?|nam(?:e|es|ed)|titled|entitled|dubbed|labell?ed|defin\\w+|consider\\w*|propos\\w+|demand\\w*|instruct\\w*|commit(?:s|ted)?|aim(?:s|ed)?|means?|meant|meaning|known',
  'words?|phras\\w+|term\\w*|question\\w*|headings?|headlines?|titles?|motto\\w*|slogan\\w*|saying|proverb\\w*|principl\\w+|sentences?|lines?|passage\\w*|messages?|statements?|clauses?|paragraphs?|section\\w*|articles?|report|paper|book|memo\\w*|polic(?:y|ies)|standards?|page|chapter\\w*|texts?|notes?|signs?|banner\\w*|button\\w*|labels?|options?|click|choose|choosing|select\\w*|enter|type|column\\w*|sources?|users?',
  'for\\s+(?:instance|example)|e\\.g|i\\.e|such\\s+as|like|so-called|instead\\s+of|rather\\s+than|isn',
].join('|');
const speech = new RegExp(`\\b(?:${speaks}|${speaker})\\b`, 'i');
const anyUse = new RegExp(`\\b(?:${use})\\b`, 'i');
/** "(Hughes 2021)", "(Ruiz, p. 3)". */
const citation =
  /[(（[](?=[^()（）]{0,120}[)）\]])[^()（）[]{0,60}?(?:\p{Lu}\p{L}[^()（）]{0,60}?\d|\d{4}|\bp\.)[^()（）]{0,60}[)）\]]/u;

/** A person or body by name or pronoun: not a place ("in Porto"), a month or a day. */
const pronoun = /\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Yy]ou|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Yy]our)\b/;
const properNoun =
  /(?=\p{Lu}\p{L})(?<=[\p{L}\p{N},;)’'"”]\s+)(?<!\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Aa]round|[Aa]cross|[Oo]utside|[Ii]nside|off|to|towards|between|[Oo]n|until|[Ss]ince|[Bb]y|of)\s+(?:the\s+)?)(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I)\b)\p{Lu}[\p{L}]+/u;
const acronym = /\b(?!(?:GDP|GW|MW|TWh|CO2|AI|IT)\b)\p{Lu}{3,}\b/u;

const chineseCue =
  /说(?!明书)|[讲谈](?!究|判)|写(?:道|着|到|下)|[问答](?!题|案|卷)|称(?=[，：“])|[声据]称|道(?=[：“，])|表示|指出|认为|强调|介绍|告诉|坦言|透露|提出|提到|回答|引用|引述|报道|感慨|直言|回忆|呼吁|要求|明确|规定|(?<![数依证根占])据|来自|所谓|叫做|名为|题为|标语|口号|谚语|俗话|古人|诗|歌|例如|比如|标题|一句|这句|的话|来信|采访|记者|厂长|工人|主任|专家|负责人|同志|先生|女士|老师|师傅|院士|教授|书记|村民|员工|经理|董事长|总裁|总理|主席|部长|司长|所长|院长|校长|市长|省长|县长|镇长|局长|处长|科长|班长|组长|队长|研究员|学者|作者|读者|代表|委员|客户|用户|老板|创始人|技师|农民|农户|牧民|渔民|司机|学生|教师|医生|护士|官员|大臣|议员|发言人|分析师|经济学家|店主|业主|住户|群众|网友|居民|(?<!其)他|她|我(?!国)|你/;

/** Whether words say who speaks or writes. */
export function namesSpeaker(text: string): boolean {
  return (
    speech.test(text) || pronoun.test(text) || properNoun.test(text) || acronym.test(text) || chineseCue.test(text)
  );
}

/** Whether the words round a quotation say whose it is, or that it is no speech at all. */
export function attributes(text: string): boolean {
  return namesSpeaker(text) || anyUse.test(text) || citation.test(text);
}

/** Whether words give what they stand beside to a text: verbs of writing and saying, "according to", 写道. */
export function reportsWords(text: string): boolean {
  return (
    /\b(?:according|sa(?:y|ys|id|ying)|wr(?:ite|ites|ote|iting|itten)|not(?:e|es|ed)|stat(?:e|es|ed)|declar\w+|announc\w+|warn\w*|insist\w*|claim\w*|report(?:s|ed)|promis\w+|conclud\w+|describ\w+|quot\w+|cit(?:e|es|ed|ing)|explain\w*|ad(?:d|ds|ded)|argu\w+|remark\w*|observ(?:e|es|ed)|read[s]?|put(?:s)?\s+it|tell[s]?|told|pledg\w+|vow\w*|words?|sentence|passage|line|phrase|wording|asserts?|asserted|predict\w*|reveal\w*|confirm\w*|set(?:s)?\s+out|call(?:s|ed)|ask(?:s|ed)|demand\w*|require[sd]?|admit\w*|assur\w+|maintain\w*|mention\w*|emphasi[sz]\w+|stress\w*|as)\b/i.test(
      text,
    ) || /[说称道写载]|表示|指出|认为|强调|介绍|提出|提到|报道|要求|明确|规定|据|引用|引述|显示|中有|一文|：/.test(text)
  );
}
