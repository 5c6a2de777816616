import { englishGrammar } from './english-grammar.js';
import type { LatinTable } from './language-table.js';
import { list } from './list.js';

const tonnesOf = (what: string): readonly string[] =>
  list('tonnes|tons|metric tons').flatMap((tonnes) => list(what).map((of) => `${tonnes} of ${of}`));

/** Less than or equal to, less or equal to, equal to or less than. */
const orEqual = (comparatives: string): readonly string[] =>
  list(comparatives).flatMap((word) => [
    `${word} than or equal to`,
    `${word} or equal to`,
    `${word} or equal than`,
    `equal to or ${word} than`,
    `equal or ${word} than`,
  ]);

export const english: LatinTable = {
  language: 'en',
  script: 'latin',
  latin: englishGrammar,
  hedgesBefore: {
    above: list(
      'more than|over|above|exceeding|exceeded|exceeds|exceed|topped|topping|tops|top|surpassed|' +
        'surpassing|surpasses|surpass|passed|passing|upwards of|in excess of|greater than|higher than|' +
        'larger than|beyond|well over|well above|north of|outstripped|crossed|broke through|breached|' +
        'longer than|upward of|just over|slightly more than|>|just above|a little over|little more than|' +
        'slightly over|slightly above|climbed past|rose past|surged past|went past|soared past',
    ),
    'at-least': [
      ...list(
        'at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of|' +
          'no lower than|≥|≧|>=|not lower than|not below|no smaller than|above or equal to|equal to or above',
      ),
      ...orEqual('greater|more|higher|larger|bigger'),
    ],
    about: list(
      'about|around|approximately|roughly|nearly|almost|some|circa|ca.|close to|c.|an estimated|' +
        'estimated|in the region of|in the order of|of the order of|approx.|approx|~|≈|just under|' +
        'just shy of|just below|approaching|near|virtually|somewhere around|neighbourhood of|' +
        'neighborhood of|slightly less than|slightly under|slightly below|a little under|or so|∼|' +
        'equivalent to about|nearing|not far from|not far off|on the order of|a little less than',
    ),
    exactly: ['exactly', 'precisely', 'no more and no less than'],
    'at-most': [
      ...list(
        'at most|up to|no more than|not more than|a maximum of|maximum of|no higher than|as much as|' +
          'as many as|≤|≦|<=|no greater than|no larger than|not above|not over|a cap of|capped at|' +
          'limited to|below or equal to|equal to or below',
      ),
      ...orEqual('less|lower|smaller|fewer'),
    ],
    below: list(
      'fail to reach|failed to reach|fails to reach|not reach|not reached|not hit|shy of|less than|' +
        'under|below|fewer than|short of|fell short of|lower than|smaller than|<|well below|well under|' +
        'shorter than|south of',
    ),
  },
  hedgesAfter: {
    'at-least': list(
      'or more|or above|or over|or higher|and above|and over|and more|at least|plus|+|or greater|' +
        'and upwards|or longer',
    ),
    about: list('or so|or thereabouts|approximately|give or take'),
    'at-most': list('or less|or fewer|or below|or under|or lower|and below|and under|at most|or shorter'),
  },
  fillers: list(
    'the|a|an|by|of|further|another|additional|mark|level|threshold|sharply|slightly|steadily|' +
      'significantly|only|just|total|extra|marginally|modestly|rapidly|its|his|their|annually|was',
  ),
  negations: list("not|nor|never|cannot|didn't|hadn't|hasn't|doesn't|don't|won't|wasn't|without"),
  changesBefore: {
    up: list(
      'rose|rise|rises|rising|risen|grew|grow|grows|growing|grown|growth|increase|increased|increases|' +
        'increasing|climbed|climb|climbs|gained|gain|gains|expanded|expand|expands|expansion|jumped|jump|' +
        'jumps|soared|surged|surge|up|advanced|added|rebounded|rallied|accelerated|raise|raised|improved|' +
        'edged up|leapt|widened',
    ),
    down: list(
      'fell|fall|falls|falling|fallen|dropped|drop|drops|dropping|declined|decline|declines|declining|' +
        'decreased|decrease|decreases|decreasing|down|shrank|shrink|shrinking|shrunk|contracted|' +
        'contraction|lost|slipped|slid|sank|cut|cuts|cutting|reduce|reduced|reduces|reducing|reduction|' +
        'plunged|tumbled|dipped|eased|lowered|lower|narrowed|plummeted|edged down|retreated|weakened',
    ),
  },
  changesAfter: {
    up: list(
      'increase|rise|growth|gain|jump|surge|higher|more|larger|bigger|expansion|year on year increase|' +
        'annual increase|annual growth|up|greater|faster|longer|real growth|uplift|year on year rise|' +
        'year on year growth|climb',
    ),
    down: list(
      'decrease|decline|drop|fall|reduction|cut|lower|less|fewer|smaller|contraction|down|shorter|' +
        'cheaper|year on year decrease|year on year decline|annual decline|annual decrease|slump|dip|' +
        'year on year drop|year on year fall|cheaper|slower',
    ),
  },
  destinations: list(
    'made up|make up|makes up|making up|taken up|takes up|took up|to|from|at|towards|toward|below|' +
      'above|past|beyond',
  ),
  streaksBefore: list('consecutive|straight|successive|uninterrupted|unbroken'),
  streaksAfter: list(
    'in a row|running|in succession|on end|on the trot|consecutively|in sequence|without a break|' +
      'without interruption',
  ),
  currencies: {
    CNY: list('yuan|renminbi|rmb|yuan renminbi|chinese yuan|rmb yuan|yuan rmb'),
    USD: list(
      'us dollars|us dollar|u.s. dollars|u.s. dollar|american dollars|dollars|dollar|' + 'united states dollars|usd',
    ),
    EUR: ['euros', 'euro'],
    GBP: list('pounds|pound|pounds sterling|pound sterling|sterling|british pounds|quid'),
    JPY: ['yen', 'japanese yen'],
    HKD: ['hong kong dollars', 'hong kong dollar', 'hk dollars'],
    AUD: ['australian dollars', 'australian dollar'],
    CAD: ['canadian dollars', 'canadian dollar'],
    NZD: ['new zealand dollars', 'new zealand dollar'],
    SGD: ['singapore dollars', 'singapore dollar'],
    TWD: list('new taiwan dollars|new taiwan dollar|taiwan dollars|taiwan dollar'),
    CHF: ['swiss francs', 'swiss franc'],
    INR: ['indian rupees', 'rupees', 'rupee'],
    KRW: ['south korean won', 'korean won', 'won'],
    RUB: list('roubles|rouble|rubles|ruble|russian roubles|russian rubles'),
    SEK: ['swedish kronor', 'swedish krona', 'swedish crowns', 'kronor'],
    NOK: ['norwegian kroner', 'norwegian krone', 'norwegian crowns'],
    DKK: ['danish kroner', 'danish krone'],
    PLN: ['zlotys', 'zloty', 'zlotych'],
    BRL: ['brazilian reais', 'reais'],
    ZAR: ['rand', 'south african rand'],
    MXN: ['mexican pesos', 'mexican peso'],
    TRY: ['turkish lira', 'lira', 'liras'],
    THB: ['baht', 'thai baht'],
    MYR: ['ringgit', 'ringgits', 'malaysian ringgit', 'malaysian ringgits'],
    IDR: ['rupiah', 'indonesian rupiah'],
    VND: ['vietnamese dong', 'dong'],
    SAR: ['riyals', 'saudi riyals', 'saudi riyal', 'saudi arabian riyals'],
    AED: ['dirhams', 'uae dirhams', 'emirati dirhams'],
    PHP: ['philippine pesos', 'philippine peso'],
    KES: ['kenyan shillings', 'kenya shillings'],
    NGN: ['naira', 'nigerian naira'],
    UGX: ['ugandan shillings', 'uganda shillings'],
    TZS: ['tanzanian shillings'],
    GHS: ['cedis', 'ghanaian cedis', 'ghana cedis'],
    ETB: ['birr', 'ethiopian birr'],
    EGP: ['egyptian pounds', 'egyptian pound'],
    MAD: ['moroccan dirhams'],
    KWD: ['kuwaiti dinars'],
    QAR: ['qatari riyals'],
    ILS: ['shekels', 'new shekels', 'israeli shekels'],
    PKR: ['pakistani rupees', 'pakistan rupees'],
    LKR: ['sri lankan rupees', 'sri lanka rupees'],
    NPR: ['nepalese rupees', 'nepali rupees'],
    BDT: ['taka', 'bangladeshi taka'],
    MMK: ['kyat', 'kyats'],
    LAK: ['kip', 'lao kip'],
    KHR: ['riel', 'riels'],
    MNT: ['tugriks', 'tugrik'],
    KZT: ['tenge'],
    GEL: ['lari', 'georgian lari'],
    UAH: ['hryvnia', 'hryvnias', 'hryvnyas'],
    CZK: ['czech crowns', 'czech koruna', 'czech korunas'],
    HUF: ['forints', 'forint', 'hungarian forints'],
    RON: ['romanian lei'],
    BGN: ['leva', 'bulgarian leva'],
    ISK: ['icelandic kronur'],
    ARS: ['argentine pesos', 'argentinian pesos'],
    CLP: ['chilean pesos'],
    COP: ['colombian pesos'],
    PEN: ['peruvian soles'],
    CRC: ['costa rican colones', 'colones'],
  },
  parts: {
    'GBPe-2': ['pence', 'p'],
    'USDe-2': ['cents', 'us cents'],
    'EURe-2': ['euro cents', 'eurocents'],
  },
  units: {
    percent: list('percent|pc|per cent|pct|pct.|per-cent|percents'),
    pp: list(
      'percentage points|percentage point|percent points|per cent points|pp|pps|ppt|ppts|p.p.|%-points|' +
        '% points|%-point|pct points|percentage-point',
    ),
    bp: list('basis points|basis point|bps|bp'),
    Y: list('years|year|yr|yrs|years old|year old'),
    decade: ['decades', 'decade'],
    century: ['centuries', 'century'],
    Q: ['quarters', 'quarter'],
    M: ['months', 'month'],
    W: ['weeks', 'week'],
    fortnight: ['fortnights', 'fortnight'],
    D: list('days|day|working days|working day|business days|calendar days'),
    h: list('hours|hour|hrs|hr'),
    min: ['minutes', 'minute', 'mins'],
    s: ['seconds', 'sec', 'secs'],
    times: ['times', 'fold'],
    t: list('tonnes|tonne|tons|ton|metric tons|metric ton|metric tonnes|metric tonne'),
    tCO2: tonnesOf('co2|carbon dioxide'),
    tCO2e: [...tonnesOf('co2 equivalent|carbon dioxide equivalent|co2e'), 'tonnes co2e', 'tonnes co2 equivalent'],
    tce: tonnesOf('standard coal|coal equivalent'),
    toe: tonnesOf('oil equivalent'),
    km2: list('square kilometres|square kilometre|square kilometers|square kilometer|sq km|sq. km'),
    m2: list('square metres|square metre|square meters|square meter|sq m|sq. m'),
    mi2: ['square miles', 'square mile', 'sq mi'],
    ft2: ['square feet', 'square foot', 'sq ft'],
    m3: list('cubic metres|cubic metre|cubic meters|cubic meter|cu m'),
    km3: ['cubic kilometres', 'cubic kilometers'],
    ft3: ['cubic feet', 'cubic foot'],
    mi: ['miles', 'mile'],
    ft: ['feet', 'foot'],
    in: ['inches', 'inch'],
    yd: ['yards', 'yard'],
    lb: ['lbs'],
    oz: ['ounces', 'ounce'],
    ha: ['hectares', 'hectare'],
    acre: ['acres', 'acre'],
    gal: ['gallons', 'gallon', 'us gallons'],
    bbl: ['barrels', 'barrel'],
    TEU: ['teus', 'twenty-foot equivalent units'],
    degC: list('degrees celsius|degrees centigrade|degrees c|degree celsius|° c|celsius'),
    degF: list('degrees fahrenheit|degrees f|° f|fahrenheit'),
    deg: ['degrees', 'degree', '°'],
    kn: ['knots', 'knot'],
    ppm: ['parts per million'],
    ppb: ['parts per billion'],
    cal: ['calories', 'calorie'],
    kcal: ['kilocalories', 'kilocalorie'],
    'km/h': list('kilometres an hour|kilometres per hour|kilometers per hour|kilometers an hour|kph|kmh|kmph'),
    'mi/h': ['miles an hour', 'miles per hour', 'mph'],
  },
  rangeBegins: ['between'],
  rangeJoins: list('to|through|up to|until|till|to the end of|until the end of|through the end of|-|–|—|~|∼|−'),
  rangeJoinsBegun: ['and', 'and the end of'],
  rangeEnds: [],
  alternatives: ['or'],
  changeBegins: ['from'],
  changeSizes: ['by'],
  per: {
    Y: list('a year|per year|per annum|annually|every year|each year|yearly|/year|/yr|p.a.|an year'),
    M: list('a month|per month|monthly|every month|each month|/month'),
    W: list('a week|per week|weekly|every week|each week|/week'),
    D: list('a day|per day|daily|every day|each day|/day'),
    h: list('an hour|per hour|every hour|each hour'),
    person: list('per person|per capita|per head|a head|per inhabitant|per resident|each person|a person'),
    worker: ['per worker', 'per employee', 'a worker'],
    household: ['per household', 'a household', 'per family'],
  },
  by: list(
    'by|until|till|as of|as at|by the end of|by end|by late|by early|by mid|before|up to|by around|' +
      'by about|no later than|by the close of|at the end of',
  ),
  comparisons: list('than|compared with|compared to|over|against|on|versus|relative to|from|as'),
  relativeYears: {
    'last-year': ['last year'],
    'this-year': ['this year'],
    'next-year': ['next year'],
  },
  weekdays: [
    list('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'),
    list('Mon|Tue|Wed|Thu|Fri|Sat|Sun'),
    list('Mon|Tues|Weds|Thurs|Fri|Sat|Sun'),
    list('Mon|Tues|Wed|Thur|Fri|Sat|Sun'),
  ],
  names: {
    labels: list(
      'section|sections|sec.|table|tables|figure|figures|fig|fig.|figs.|page|pages|p.|pp.|chapter|' +
        'chapters|ch.|article|articles|art.|annex|annexes|example|graph|appendix|box|step|version|versions|v|v.|vol|' +
        'vol.|volume|volumes|no.|nos.|phase|level|type|class|grade|tier|scope|room|recital|paragraph|paragraphs|' +
        'para|paras|rows|columns|lines|clause|clauses|equation|eq.|footnote|footnotes|exhibit|schedule|recommendation|' +
        'recommendations|iso|iec|release|stage|episode|verse|isbn|issn|subpart|subsection|slide|plate|' +
        'panel|ext.|extension|postcode|zip|ref.|sdg|question|questions|directive|regulation|resolution|' +
        'decree|note|notes|dial|call|lane|junction|flight|runway|track|lot|suite|pillar|zone|plant|' +
        'reactor|round|band|cohort|wave|module|theme|workstream|lesson|day|week|chart|map|form|group|' +
        'region|district|camp|item|items|number|building|route|line|rule|option|scenario|gate|platform|' +
        'terminal|floor|row|column|block|channel',
    ),
    titles: list(
      'year|years|highway|part|principle|issue|priority|goal|target|objective|action|unit|flat|stream|' +
        'reference|act|law|order|protocol|bulletin|opinion|sector|dimension|indicator|measure|task|' +
        'committee|team|lab|site|area|project',
    ),
    idioms: list(
      'thousand and one|second to none|in the first place|in the second place|first class|first hand|' +
        'first aid|first lady|first minister|first name|first rate|first instance|third party|' +
        'third parties|second hand|second nature|second thoughts|second life|second guess|third world|' +
        'first world|third sector|third country|third countries|fourth estate|fifth column|two way|' +
        'nine to five|forty winks|two by two|first person|first language|second language|first steps|' +
        'first principles|first responders|first come|first served|first past the post|zero hour|' +
        'zero hours|million dollar question|cloud nine|in two minds|two fold|first half hour|' +
        'twenty first century|twenty-four seven|third reading|second reading|first reading|' +
        'second world war|first world war|the two sessions|third age|six figure|seven figure|five figure|' +
        'six figures',
    ),
    names: list(
      'fortune 500|global 500|fortune 1000|fortune global 500|s&p 500|ftse 100|ftse 250|csi 300|' +
        'nasdaq 100|nikkei 225|dax 40|stoxx 600|euro stoxx 50|russell 2000|cac 40|asx 200|group of 20|' +
        'group of 77|group of seven|group of twenty|catch 22|title 42|big four|big three|three gorges|' +
        'top 10|top 20|top 50|top 100|top 500|top ten|top five|top three|double 11|horizon 2020|' +
        'agenda 2030|vision 2030|windows 10|windows 11|agenda 21|article 50|area 51|formula 1|fit for 55',
    ),
  },
};
