/**
 * Countries and areas by ISO 3166-1 alpha-2, with the forms that reports in English and Chinese use and that the
 * runtime's own names (CLDR, through Intl.DisplayNames) do not give: adjectives, short names, abbreviations.
 */
const furtherForms: Readonly<Record<string, readonly string[]>> = {
  US: ['US', 'U.S.', 'USA', 'U.S.A.', 'America', 'American', 'the States', '美'],
  GB: ['UK', 'U.K.', 'Britain', 'Great Britain', 'British', 'England', 'English', 'Scotland', 'Wales', '英'],
  CN: ['Chinese', "People's Republic of China", 'PRC', '我国', '全国', '国内', '中华人民共和国'],
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
};

const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET EU FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  );

/** Three letters to two, for what reports write. */
const alpha3: Readonly<Record<string, string>> = {
  USA: 'US',
  GBR: 'GB',
  CHN: 'CN',
  DEU: 'DE',
  FRA: 'FR',
  JPN: 'JP',
  KOR: 'KR',
  IND: 'IN',
  RUS: 'RU',
  ITA: 'IT',
  ESP: 'ES',
  BRA: 'BR',
  CAN: 'CA',
  AUS: 'AU',
  MEX: 'MX',
  ZAF: 'ZA',
  TUR: 'TR',
  IDN: 'ID',
  VNM: 'VN',
};

/** A region code as the packs have it: alpha-3 turned into alpha-2, where it is known. */
export function normalizeRegion(code: string): string {
  return alpha3[code] ?? code;
}

/** Every country with its forms in English and Chinese. */
export function countryForms(): readonly { readonly code: string; readonly forms: readonly string[] }[] {
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
