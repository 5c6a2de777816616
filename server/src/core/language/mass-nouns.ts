/** Endings of nouns that are often used without an article and a plural; some of them, as "station", have both. */
const massEnding =
  /(?:[st]ion|ment|ness|ity|ism|[ae]nce|[ae]ncy|age|ery|[aeinlst]ry|ware|ship|hood|dom|ics|ing|ure|wth|lth|ngth|rmth|logy|aphy|nomy|cracy|icity)$/;

/** Nouns without an article "a" and a plural that no ending tells. */
const massNouns = new Set(
  `access advice aid air aircraft biomass capital carbon cash cattle clothing coal commerce concrete content copper cotton
  credit crime damage data debris deer demand diesel electricity energy equipment evidence expertise feedback finance fish
  flour food freight fuel fun furniture gas gold grain guidance hardware harm harmony health heat help homework
  housing hydrogen infrastructure input intelligence iron jargon juice knowledge labor labour land landscape legislation
  logistics luck luggage machinery mail money music news offspring oil output oxygen paper patience peace people personnel
  police pollution poverty power progress proof property publicity rail rain research rice room safety scrap seafood
  series sewage sheep shipping software soil solar space species staff stamina steel storage stuff sugar support
  talent tax technology time timber tourism trade traffic training transport trash trust value vocabulary warmth waste
  water wealth weather welfare wheat wind wood wool work workmanship
  baggage beef behavior behaviour bread butter chaos chemistry clay concern conduct courage cutlery dirt dust dialogue
  fabric fame flesh foliage fruit garbage glass gossip grass gravel hay heritage honey ice ink jewellery junk leather
  leisure lightning literature litter livestock manure meat milk mud nature oats oil-seed peat permission petrol plastic
  pork poultry respect rubber rubbish salt sand scenery silk sleep slang smoke snow soap spending steam stuff sunshine
  thunder tobacco upkeep uptake wildlife wine yarn`.split(/\s+/),
);

/** Whether a noun may be one that takes neither "a" nor a plural; true where its ending leaves it open. */
export function mayBeMass(noun: string): boolean {
  const word = noun.toLowerCase();
  return massNouns.has(word) || massEnding.test(word);
}
