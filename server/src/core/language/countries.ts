import { dictionary } from '../text/dictionary.js';
import { nearest } from './edit-distance.js';

/**
 * Countries and areas by ISO 3166-1 alpha-2, with the forms that reports in English and Chinese use and that the
 * runtime's own names (CLDR, through Intl.DisplayNames) do not give: adjectives, short names, abbreviations.
 */
const furtherForms: Readonly<Record<string, readonly string[]>> = dictionary({
  US: ['US', 'U.S.', 'USA', 'U.S.A.', 'America', 'American', 'the States', '美'],
  GB: ['UK', 'U.K.', 'Britain', 'Great Britain', 'British', '英'],
  CN: ['Chinese', "People's Republic of China", 'PRC', '中华人民共和国'],
  DE: ['German'],
  FR: ['French'],
  JP: ['Japanese'],
  KR: ['South Korea', 'Korea', 'Korean', '韩'],
  IN: ['Indian'],
  RU: ['Russian', '俄'],
  EU: ['European Union', 'EU', 'Europe', 'European', '欧盟', '欧洲'],
  IT: ['Italian'],
  ES: ['Spanish'],
  BR: ['Brazilian'],
  VN: ['Vietnam', 'Vietnamese'],
  TR: ['Turkey', 'Turkish'],
  CA: ['Canadian'],
  AU: ['Australian'],
  MX: ['Mexican'],
  NL: ['Dutch', 'Holland'],
  PL: ['Polish'],
  SE: ['Swedish'],
  CH: ['Swiss'],
  IE: ['Irish'],
  NO: ['Norwegian'],
  DK: ['Danish'],
  FI: ['Finnish'],
  AT: ['Austrian'],
  BE: ['Belgian'],
  PT: ['Portuguese'],
  GR: ['Greek'],
  TW: ['Taiwan', '台湾'],
  HK: ['Hong Kong', '香港'],
  MO: ['Macao', 'Macau', '澳门'],
});

/** Parts of countries by ISO 3166-2, and great cities, of which reports tell without a word for what they are. */
const parts =
  'CN-AH:Anhui:安徽;CN-BJ:Beijing:北京;CN-CQ:Chongqing:重庆;CN-FJ:Fujian:福建;CN-FJ:Xiamen:厦门;CN-GD:Guangdong:广东;CN-GD:Guangzhou:广州;CN-GD:Shenzhen:深圳;CN-GD:Foshan:佛山;CN-GD:Dongguan:东莞;CN-GD:Pearl River Delta:珠三角;CN-JS:Wuxi:无锡;CN-JS:Yangtze River Delta:长三角;CN-HE:京津冀;CN-HN:Changsha:长沙;CN-HA:Zhengzhou:郑州;CN-AH:Hefei:合肥;CN-SN:西安;CN-LN:Dalian:大连;CN-GS:Gansu:甘肃;CN-GX:Guangxi:广西;CN-GZ:Guizhou:贵州;CN-HA:Henan:河南;CN-HB:Hubei:湖北;CN-HB:Wuhan:武汉;CN-HE:Hebei:河北;CN-HI:Hainan:海南;CN-HL:Heilongjiang:黑龙江;CN-HN:Hunan:湖南;CN-JL:Jilin:吉林;CN-JS:Jiangsu:江苏;CN-JS:Nanjing:南京;CN-JS:Suzhou:苏州;CN-JX:Jiangxi:江西;CN-LN:Liaoning:辽宁;CN-NM:Inner Mongolia:内蒙古;CN-NX:Ningxia:宁夏;CN-QH:Qinghai:青海;CN-SC:Sichuan:四川;CN-SC:Chengdu:成都;CN-SD:Shandong:山东;CN-SD:Qingdao:青岛;CN-SH:Shanghai:上海;CN-SN:Shaanxi:陕西;CN-SX:Shanxi:山西;CN-TJ:Tianjin:天津;CN-XJ:Xinjiang:新疆;CN-XZ:Tibet:Xizang:西藏;CN-YN:Yunnan:云南;CN-ZJ:Zhejiang:浙江;CN-ZJ:Hangzhou:杭州;CN-ZJ:Ningbo:宁波;GB-ENG:England:English:英格兰;GB-LND:London:伦敦;GB-MAN:Manchester:曼彻斯特;GB-BIR:Birmingham:伯明翰;GB-NIR:Northern Ireland:北爱尔兰;GB-SCT:Glasgow:格拉斯哥;GB-SCT:Scotland:Scottish:苏格兰;GB-WLS:Wales:Welsh:威尔士;US-CA:California:加州;US-NY:New York:纽约;US-TX:Texas:得州;DE-BY:Bavaria:巴伐利亚;JP-13:Tokyo:东京';

interface PlaceForms {
  readonly code: string;
  readonly forms: readonly string[];
}

const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET EU FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  );

/** Their alpha-3 codes, in the same order. */
const alpha3Codes =
  'AND ARE AFG ATG ALB ARM AGO ARG AUT AUS AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BRN BOL BRA BHS BTN BWA BLR BLZ CAN COD CAF COG CHE CIV CHL CMR CHN COL CRI CUB CPV CYP CZE DEU DJI DNK DMA DOM DZA ECU EST EGY ERI ESP ETH EUU FIN FJI FRA GAB GBR GRD GEO GHA GMB GIN GNQ GRC GTM GNB GUY HKG HND HRV HTI HUN IDN IRL ISR IND IRQ IRN ISL ITA JAM JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MDG MHL MKD MLI MMR MNG MAC MRT MLT MUS MDV MWI MEX MYS MOZ NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAN PER PNG PHL PAK POL PRT PLW PRY QAT ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SVN SVK SLE SMR SEN SOM SUR SSD STP SLV SYR SWZ TCD TGO THA TJK TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA USA URY UZB VAT VCT VEN VNM VUT WSM XKX YEM ZAF ZMB ZWE'.split(
    ' ',
  );

/** To alpha-2: alpha-3, and the two codes of its own that the European Union has. */
const alpha2: ReadonlyMap<string, string> = new Map([
  ...codes.map((code, i): [string, string] => [alpha3Codes[i] as string, code]),
  ['EL', 'GR'],
  ['UK', 'GB'],
]);

/** A region code as the packs have it: alpha-3 turned into alpha-2, where it is known. */
export function normalizeRegion(code: string): string {
  return alpha2.get(code) ?? code;
}

const countryCodes: ReadonlySet<string> = new Set(codes);

/** Whether a code is that of a country (ISO 3166) or has the form of one of its parts: `CN`, `CHN`, `UK`, `CN-GD`. */
export function isRegionCode(code: string): boolean {
  const [, country = '', part] = /^([A-Z]{2,3})(-[A-Z0-9]{1,3})?$/.exec(code) ?? [];
  return part === undefined ? countryCodes.has(normalizeRegion(country)) : countryCodes.has(country);
}

let places: ReadonlyMap<string, string> | undefined;

/** Codes by names in lower case; made when one is first asked for. */
function codesByName(): ReadonlyMap<string, string> {
  places ??= new Map(
    [...partForms(), ...countryForms()].flatMap(({ code, forms }) => forms.map((form) => [form.toLowerCase(), code])),
  );
  return places;
}

/** The code that was likely meant by a text that is none: `cn`, `China`, `Chna`, 中国. `own`: regions that packs name. */
export function meantRegion(text: string, own: readonly string[] = []): string | undefined {
  const written = text.trim();
  const upper = written.toUpperCase().replaceAll('_', '-');
  if (isRegionCode(upper)) return upper;
  const named = codesByName();
  const name = named.get(written.toLowerCase()) ?? named.get(written.replace(/[省市国]$/, ''));
  if (name !== undefined) return name;
  const near = nearest(written, own);
  if (near !== undefined) return near;
  // A code of two letters is a letter off a dozen others.
  if (written.length < 4) return undefined;
  return named.get(
    nearest(
      written.toLowerCase(),
      [...named.keys()].filter((form) => form.length > 3),
    ) ?? '',
  );
}

/** Every country with its forms in English and Chinese. */
export function countryForms(): readonly PlaceForms[] {
  const names = ['en', 'zh'].map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }));
  return codes.map((code) => ({
    code,
    forms: [
      ...new Set([
        ...names.map((each) => each.of(code)).filter((name) => name !== undefined),
        ...(furtherForms[code] ?? []),
      ]),
    ],
  }));
}

/** The parts of countries above, with their forms. */
export function partForms(): readonly PlaceForms[] {
  return parts.split(';').map((part) => {
    const [code = '', ...forms] = part.split(':');
    return { code, forms };
  });
}
