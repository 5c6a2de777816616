import { type NotionWords, nothing } from './notions.js';

export const english: NotionWords = {
  // Whether a sentence says that something is so.
  denies: {
    says:
      'not|never|nor|neither|nobody|no one|none|nowhere|nothing|cannot|no longer|by no means|in no|' +
      'on no account|far from|anything but|at no (time|point|stage|moment)|under no circumstances|' +
      "(isn|wasn|aren|weren|hasn|haven|hadn|didn|doesn|don|can|couldn|won|wouldn|shouldn)'t|" +
      '(fail|fails|failed|failing) to|instead|rather than|untrue|false|falsehood(|s)|lie(|s)|lied|nonsense|' +
      'no (truth|evidence|proof|sign|indication|basis|grounds)|myth(|s)|fiction|fabricat*|' +
      '(den(y|ies|ied)|denying)|refut*|rebut*|disprov*|debunk*|disput*|contradict*|rule(|s|d) out|' +
      'dismiss(|es|ed)|reject(|s|ed)',
    but:
      'not (less|fewer|more|lower|higher|later|smaller|greater) than|' +
      'never been (higher|lower|larger|smaller|better|worse|greater|so *)|never before|' +
      'not (only|just|merely|least|surprisingly|unlike|to mention)|second to none|none the less|' +
      'nothing (less|short)|if not more|last but not least|' +
      'far from the (coast|sea|city|cities|border|centre)|' +
      '(nobody|no one) (can|could|would|will|) (doubt|doubts|doubted|deny|denies|denied|dispute|disputes|disputed|question|questions)|few (can|could|would|will|) (deny|dispute|disputes|disputed)|(nobody|no one) (is|was|were) surprised|lie(|s) (in|ahead|behind|between|at|beyond)|' +
      '(not|cannot|never) be (denied|disputed|doubted|ruled out)|' +
      '(no|not|never|cannot|none) (deny|denies|denied|denying|dispute|disputes|disputed|refuted|contradicted)|' +
      'not in (doubt|dispute)|false (start|starts|alarm|alarms|ceiling)',
  },
  negates: {
    says: 'no|without',
    but:
      'no (later|less|fewer|more|lower|higher|smaller|greater) than|no doubt|' +
      'without (doubt|question|exception)|no wonder',
  },
  notYet: { says: 'yet to|(is|are|was|were) still to' },
  doubts: {
    says:
      '(typing|printing|clerical) error(|s)|typo(|s)|in error|erratum|errata|misprint(|s)|wrongly|falsely|mistaken(|ly)|erroneous(|ly)|incorrect(|ly)|inaccurate(|ly)|misleading(|ly)|' +
      '(mis(report|stat|quot|read|represent|calculat|underst|print)*)|exaggerat*|overstat*|unlikely|' +
      'improbabl*|implausibl*|inconceivabl*|unthinkable|impossible|hardly|scarcely|doubt(|s|ed|ful|fully)|' +
      'dubious|questionable|suspect(|s|ed)|scepti*|skepti*|unproven|unconfirmed|unverified|unsubstantiated|' +
      'unfounded|baseless|groundless|hoax(|es)|(scant|little|scarce|weak) (evidence|proof|sign)|' +
      'few (people|economists|analysts|experts|observers|statisticians|scholars|historians|officials|voters)|' +
      'few (now|would|believe|believed|accept|accepted|think|agree)|' +
      'too (early|soon) to|hard to (believe|credit|accept)|uncertain|unclear|unsure|far-fetched|' +
      'open to question|wishful|remains to be seen',
    but:
      '(no|without|beyond|past|not in) (a|any|all|) (reasonable|) doubt|' +
      '(nobody|no one|none|never|not|cannot|few would|few can) (doubt|doubts|doubted)|few would (deny|dispute|question|disagree)|' +
      '(dispel|dispels|dispelled) (the|any|all|) (doubt|doubts)|' +
      '(not|hardly) (unlikely|impossible|uncertain|unclear)|(the|one of|a|very|these|those|our|its) few (people|economists|analysts|experts|observers)|' +
      'doubts (are|were) (gone|over|dispelled|laid)|(hardly|scarcely) (moved|changed|budged|stirred|noticed|surpris*)|despite (the|) (doubts|sceptics|skeptics)',
  },
  supposes: {
    says:
      'if|unless|whether|were to|scenario(|s)|assum(e|es|ed|ing|ption|ptions)|hypothe*|suppos(e|es|ed|ing)|' +
      "imagin(e|es|ed|ing)|pretend(|s|ed|ing)|let us (say|assume)|let's say|in the event (of|that)|provided that|" +
      'on condition that|as though|what if|in theory|theoretical(|ly)|notional(|ly)|counterfactual*|' +
      'simulat*|thought experiment|for the sake of argument|had it (not|) been|but for|in case (of|)',
    but: 'if any|as if by|if anything',
  },
  mayBe: {
    says:
      'would|could|might|=may|perhaps|maybe|possibl(e|y)|probabl(e|y)|presumabl(e|y)|conceivabl(e|y)|' +
      'potential(|ly)|likely|plausibl(e|y)|(seem|seems|seemed|appear|appears|appeared) to|seemingly|' +
      'apparently',
    but: 'as (soon|early|late|much|many|fully|far) as possible|wherever possible|made possible',
  },
  expects: {
    says:
      '(counted|counts|counting|banked|banks) on|pencil(led|ed) in|expect(|s|ed|ing|ation|ations)|forecast*|project(s|ed)|projection(|s)|predict(|s|ed|ing|ion|ions)|' +
      'estimate(|s) that|anticipat(e|es|ed|ing|ion)|' +
      'on (course|track) (for|to)|' +
      '(set|due|bound|poised|slated|tipped) to (be|reach|hit|rise|fall|grow|exceed|top)',
  },
  toCome: {
    says: 'will|shall',
  },
  plans: {
    says:
      'plan(|s|ning) to|planned|foresee(|s|n|ing)|foresaw|envisag*|envision*|aim(|s|ed|ing)|want(|s|ed)|hope(|s|d)|hoping|target(|s|ed)|goal(|s)|' +
      'intend(|s|ed)|intention(|s)|seek(|s|ing) to|(is|are) to|aspir*|ambition(|s)|pledg*|vow(|s|ed)|' +
      'propos(e|es|ed|ing|al|als)|earmark*|budgeted',
  },
  demands: {
    says: 'should|must|ought|(has|have) to|need(|s|ed) to|(required|obliged|supposed|called (up|) on) to',
  },
  putOff: {
    says:
      'originally|planned|scheduled|rescheduled|postpone*|cancel*|moved|delayed|called off|put off|' +
      '(would|was to|were to) (have|be)|would',
  },
  hearsay: {
    says:
      'claim(|s|ed|ing)|alleg(e|ed|edly|es|ing|ation|ations)|reportedly|(rumor|rumour)(|s|ed)|gossip*|hearsay|' +
      '(word|rumour|rumor|legend) has it|purport(s|ed|edly|ing)|supposedly|ostensibly|so-called|' +
      '(is|are|was|were) said to|it is (said|whispered|believed|thought)|said to (be|have)|' +
      '(some|many|others|critics|people|pundits|sceptics|skeptics|observers|commentators) (say|said|claim|argue|argued|believe|believed|think|thought|insist|maintain)|' +
      'blogger(|s)|blog(|s)|tabloid(|s)|anonymous|swear(|s)|swore|widely (shared|circulated)|unnamed (source|sources|official|officials)|conspiracy|' +
      'propaganda|viral|(there (is|was|were|has been)|some|idle|much) (talk|whispers|speculation)|word (went|goes|got) (round|around)|' +
      '(doing|does|did|made|making) the rounds',
    but:
      '(jobless|unemployment|insurance|benefit|compensation|initial|continuing|outstanding) claim(|s)|' +
      'contrary to (the|) (rumour|rumor|rumours|rumors|claims|allegations|gossip)|' +
      'claim(|s|ed|ing) (first|second|third|the top|the title)',
  },
  states: {
    says: 'was|were|stood|rose|fell|grew|reached|(totaled|totalled)|hit|came',
  },
  subordinates: {
    says: 'that',
  },

  // Whether a figure is another than the one on record.
  revised: {
    says:
      'revis(ed|es|ing|ion|ions)|restat(ed|ement|ements)|rebas(ed|ing)|re-based|rebenchmark*|finali(s|z)ed|' +
      're-estimated|recalculated|' +
      'final(|ly) (verif*|accounts|figure|figures|data|estimate|estimates|reading|readings|calculation|calculations|result|results|put)',
  },
  superseded: {
    says:
      'initially|' +
      '(first|originally|previously|provisionally|tentatively|at first) (put|estimated|reported|published|announced|calculated|given|recorded|reckoned|stated)|' +
      '(initial|first|early|flash|advance|original|earlier|interim) (estimate|estimates|reading|readings|figure|figures|count|calculation|calculations|release|tally)|' +
      '(provisional|preliminary) (figure|estimate|reading|count|value|number) (for|of|was|had)|' +
      'had (been|) (put|estimated|reported|reckoned)|(before|prior to) (the|) (revision|revisions)|unrevised',
  },
  provisional: {
    says:
      'provisional|preliminar(y|ily)|initial(|ly)|(first|early|flash|advance) estimate(|s)|' +
      'flash (figure|figures|reading)|tentative(|ly)|unaudited',
  },
  otherPrices: {
    says:
      'in (real|volume) terms|in the money of|(in|at) (the|) prices of #|(in|at) # prices|(in|at) # / # prices|' +
      '(constant|fixed|comparable|chained) (#|) (price|prices|dollars|yuan|pounds|euros|yen|volume|volumes)|' +
      'constant price terms|(inflation|price|seasonally|calendar) adjusted|' +
      'adjust(ed|ing|ment) for (inflation|prices|price|the seasons|seasonal|purchasing)|' +
      '(net of|allowing for|stripping out|after) inflation|purchasing power (parity|parities)|=PPP|deflated|' +
      "(previous|last) year's prices|real (GDP|output|terms)",
    but: 'real terms growth',
  },
  adjusted: {
    says: 'seasonally|adjusted|current prices|nominal|real',
    but: 'real (estate|economy|life|time|world|property|name|people|progress)',
  },

  // Events and their days.
  mistakes: {
    says:
      "there (is|was|are) no|no (such|) (date|day)|(does|do|did) not exist|(doesn|didn|don)'t exist|" +
      'never (existed|comes|come|came|will)|non-existent|nonexistent|impossible|invalid|imaginary|fictional|' +
      'fictitious|typo(|s)|misprint(|s)|mistake(|s|n|nly)|error(|s)|wrong(|ly)|erroneous(|ly)|corrected|' +
      'correction(|s)|erratum|errata|is not a (date|day)',
  },
  noSuch: { says: 'no (the|)' },
  takesPlace: {
    says: '(take|takes|took|taken) place|held|convened|opened|happened|occurred|launched|founded|established|inaugurated|signed|adopted|published|released',
  },
  afterEvent: { says: 'anniversary|aftermath|memorial|commemoration' },
  calendars: {
    says: 'calendar(|s)|leap|lunar|julian|hijri|islamic|hebrew|jewish|swed*|soviet|day count',
  },
  others: {
    says: '(an|)other|others|else|different|separate|unrelated|regular|routine|usual|again|instead',
  },
  excepts: { says: 'unlike|besides|beyond|apart|in addition to|other than|outside|except' },
  timeOrder: { says: 'before|after|until|since|than' },

  targetWord: { says: 'target(|s)|goal(|s)|plan|strategy|programme|program|aim(|s)|objective(|s)|ambition(|s)' },

  // People and their posts.
  soleOffice: { says: 'prime minister|premier' },
  courtesy: { says: 'mr|mrs|ms|miss|dr|sir|dame|lord|lady|baroness|professor|comrade|the right honourable|rt hon|hon' },

  // Ranks.
  ranks: {
    says:
      'rank(|s|ed|ing)|com(e|es|ing)|came|plac(e|es|ed|ing)|stood|stand(|s|ing)|finish(|es|ed|ing)|been|was|were|is|are|be|' +
      'remain(|s|ed|ing)|list(s|ed)|rated|sits|sat|lies|lay|rose|ris(e|es|en|ing)|climb(|s|ed|ing)|mov(e|es|ed|ing)|' +
      'slip(|s|ped|ping)|fell|fall(|s|en|ing)|drop(|s|ped|ping)|jump(|s|ed|ing)|went|held|hold(|s|ing)|kept|keep(|s|ing)|' +
      'took|take(|s|n)|taking|reach(|ed|es|ing)|secur(e|es|ed|ing)|occup(y|ies|ied)|retain(|s|ed)|regain(|s|ed)|lost',
  },
  startsFrom: { says: 'from' },
  rankNoun: { says: 'place|position|spot|slot|rank|ranking' },
  rankedBy: {
    says: 'largest|biggest|highest|best|greatest|longest|lowest|fastest|smallest|busiest|most|strongest|safest|cleanest|worst',
  },
  ofWorld: { says: 'world|worlds|worldwide|global|globally|internationally|on earth|globe' },
  ofNation: {
    says: '(in|of|across) (the|our|this) (country|nation|land)|nationally|nationwide|national|country-wide|countrywide|domestically',
    but: 'national (statistics|accounts|bureau|government|assembly|congress|park|bank|office|survey|audit|record)',
  },

  // Lists and tasks.
  listNouns: {
    says:
      'things|task(|s)|priorit(y|ies)|goal(|s)|target(|s)|objective(|s)|aim(|s)|measure(|s)|step(|s)|action(|s)|move(|s)|' +
      'area(|s)|field(|s)|point(|s)|item(|s)|issue(|s)|question(|s)|problem(|s)|challenge(|s)|risk(|s)|threat(|s)|' +
      'reason(|s)|cause(|s)|factor(|s)|principle(|s)|pillar(|s)|theme(|s)|topic(|s)|recommendation(|s)|suggestion(|s)|' +
      'proposal(|s)|conclusion(|s)|finding(|s)|lesson(|s)|condition(|s)|requirement(|s)|criteria|option(|s)|stage(|s)|' +
      'phase(|s)|project(|s)|programme(|s)|program(|s)|initiative(|s)|reform(|s)|policies|categories|types|kinds|parts|' +
      'element(|s)|component(|s)|aspect(|s)|sector(|s)|chain(|s)|trend(|s)|changes|results|outcomes|benefits|' +
      'direction(|s)|mission(|s)|pledge(|s)|commitment(|s)|function(|s)|duties|barrier(|s)|obstacle(|s)|driver(|s)|' +
      'advantage(|s)|opportunities|moderni(s|z)ation(|s)|strength(|s)|weaknesses',
  },
  numberedNames: {
    says:
      'phase|stage|step|tier|level|scope|annex|appendix|article|chapter|section|part|table|figure|group|goal|pillar|' +
      'day|week|month|quarter|question|option|version|unit|module|lesson|volume|round|team|class|grade|priority|task|' +
      'objective|theme|lot|item|sprint|strand|page|line|rule|exercise|activity',
  },
  countedInstead: {
    says:
      'year(|s)|month(|s)|week(|s)|day(|s)|hour(|s)|minute(|s)|second(|s)|percent|per|page(|s)|word(|s)|star(|s)|mile(|s)|' +
      'factor|way|part|january|february|march|april|may|june|july|august|september|october|november|december|am|pm',
  },
  partOfList: {
    says:
      'among (them|others|these)|including|include(|s|d)|such as|for example|e.g.|etc|and (so on|others|more)|' +
      'inter alia|of (the|these|its|our)|notably|above all',
  },
  chooses: {
    says:
      'choos(e|es|ing)|chose|pick(|s|ed|ing)|select(|s|ed|ing)|tick(|s|ed)|vot(e|es|ed|ing)|nominat(e|es|ed)|' +
      'shortlist(|s|ed)|rank(|s|ed)|name|any|want|win|won|award(|s|ed)',
  },
  beforeCounts: {
    says:
      'the|these|those|all|our|its|their|his|her|my|your|here|there|only|just|and|in|with|of|to|for|from|on|at|by|as|' +
      'has|have|we|they|it|you|i|are|is|were|was|set|give|take|took|following|another|both|under|over|next|first|last|' +
      'other|main|key|new',
  },
  clauseWords: {
    says:
      'is|are|was|were|has|have|had|will|would|can|could|should|must|may|did|does|do|shared|took|said|won|came|went|' +
      'made|got|which|who|whose|where|it|they|we|see',
  },
  addsToItem: {
    says:
      '(and|) (from|to|in|by|with|without|at|for|on|of|between|under|during|after|before|while|as|than|especially)|' +
      '(and|) (particularly|mainly|notably|both|either|not|if|when|where|so)',
  },
  deniesBelonging: {
    says: '(is|are|was|were|be) (not|no longer|never) (a|an|the|its|our|one|part|among)',
  },
  assists: {
    says:
      'help(|s|ed|ing)|assist(|s|ed|ing)|check(|s|ed)|review(s|ed)|inspect(s|ed)|audit(s|ed)|fund(s|ed)|' +
      '(pays|paid) for|reported to',
  },

  // Quotations, and who is quoted.
  saysSo: {
    says:
      'sa(ys|id)|t(ells|old)|wr(ites|ote)|ad(ds|ded)|noted|explain(s|ed)|ask(s|ed)|argu(es|ed)|stated|declar(es|ed)|' +
      'announc(es|ed)|warn(s|ed)|insist(s|ed)|recall(s|ed)|repl(ies|ied)|answered|commented|remarked|observ(es|ed)|' +
      'claimed|promised|conclud(es|ed)|describ(es|ed)|tweeted|recommend(s|ed)|urg(es|ed)|shouted|whispered|joked|' +
      'admit(s|ted)|conced(es|ed)|complain(s|ed)|boast(s|ed)|predicted|suggest(s|ed)|stress(es|ed)|' +
      'emphasi(s|z)(es|ed)|(points|pointed) out|cautioned|pledged|vowed|summari(s|z)(es|ed)|believ(es|ed)|thought|' +
      'repeated|reminded|spoke|acknowledg(es|ed)|confirm(s|ed)|assert(s|ed)|reveal(s|ed)|maintain(s|ed)',
  },
  speaks: {
    says:
      'say(|ing)|tell(|ing)|writ(e|ing|ten)|add(|ing)|not(e|es|ing)|explain*|ask*|argu*|stat(e|es|ing)|declar*|' +
      'announc*|warn*|insist*|reply|answer(|s|ing)|comment(|s|ing)|remark*|claims|report(ed|edly|ing)|promises|' +
      'conclud*|describ*|quot*|cit(es|ed|ing)|tweet*|urging|shout*|whisper*|laugh*|sigh*|smil*|jokes|admit*|' +
      'conced*|complain*|boast*|predicts|emphasi(s|z)*|point out|cautions|pledg*|vows|summari(s|z)*|reflect(s|ed)|' +
      'believ*|think(|s|ing)|wonder(s|ed)|agre(es|ed)|repeats|read(|s)|(put|puts) it|voic(e|es|ed)|remind*|' +
      'hear(d|s)|speak*|spoken|talk(s|ed|ing)|acknowledg*|according|interview*|letter(|s)|speech*|continued|' +
      'assur(es|ed)|mention(s|ed)',
  },
  speaker: {
    says:
      'manager(|s)|worker(|s)|minister(|s)|official(|s)|spokes*|engineer(|s)|farmer(|s)|director(|s)|owner(|s)|' +
      'resident(|s)|expert(|s)|analyst(|s)|economist(|s)|professor(|s)|author(|s)|reader(|s)|visitor(|s)|' +
      'student(|s)|teacher(|s)|boss(|es)|chief(|s)|head(|s)|president(|s)|chair*|secretar(y|ies)|councillor(|s)|' +
      'buyer(|s)|driver(|s)|forem(a|e)n|operator(|s)|editor(|s)|critic(|s)|clerk(|s)|lawyer(|s)|judge(|s)|' +
      'poet(|s)|researcher(|s)|scientist(|s)|founder(|s)|colleague(|s)|participant(|s)|respondent(|s)|' +
      'customer(|s)|citizen(|s)|people|witness*|neighbo(u|)r(|s)|shopkeeper(|s)|m(a|e)n|wom(a|e)n|child(|ren)|' +
      'mother(|s)|father(|s)',
  },
  clauseSubject: {
    says: 'it|there|who|which|nobody|no one|everybody|everyone|somebody|someone|anybody|anyone|nothing|everything',
  },
  joinsNoun: { says: 'or|of|as|with|to' },
  possessive: { says: 'his|her|their|my|our|your' },
  clauseWord: nothing,
  someone: { says: 'he|she|they|=I|we|you' },
  wordsAre: {
    says:
      'provid*|expect*|mandat*|require*|call(|s|ed|ing)|nam(e|es|ed)|titled|entitled|dubbed|label(l|)ed|defin*|' +
      'consider*|propos*|demand*|instruct*|commit(|s|ted)|aim(|s|ed)|mean(s|t|ing)|known|word(|s)|phras*|term*|' +
      'question*|heading(|s)|headline(|s)|title(|s)|motto*|slogan*|saying|proverb*|principl*|sentence(|s)|' +
      'line(|s)|passage*|message(|s)|statement(|s)|clause(|s)|paragraph(|s)|section*|article(|s)|report|paper|' +
      'book|memo*|polic(y|ies)|standard(|s)|page|chapter*|text(|s)|note(|s)|sign(|s)|banner*|button*|label(|s)|' +
      'option(|s)|click|choos(e|ing)|select*|enter|type|column*|source(|s)|user(|s)|for (instance|example)|' +
      'e.g|i.e|such as|like|so called|instead of|rather than|isn',
  },
  givesWords: {
    says:
      'claim(|s)|predict*|reveal*|set(|s) out|call(s|ed)|demand*|require(|s|d)|assur*|maintain*|mention*|' +
      'word(|s|ing)|sentence|passage|line|phrase|as',
  },
  whereOrWhen: {
    says: 'in|at|near|from|around|across|outside|inside|off|to|towards|between|on|until|since|by|of',
  },
  namedDay: {
    says:
      'January|February|March|April|May|June|July|August|September|October|November|December|' +
      'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday',
  },
  unnamed: { says: 'a|an|one|some|our|his|her|my' },
  spokenOf: {
    says:
      'told|to|against|unlike|than|about|on|beside(|s)|before|after|since|ask(|s|ed)|criti*|contradict*|' +
      'den(y|ies|ied)|edit(s|ed|or)(| of)|(read(|s|er|ers)|author(|s)|writer(|s))(| of| for)',
    but: 'according to',
  },
  takesUp: {
    says:
      'it|there|and|further|later|elsewhere|' +
      'the (text|document|paper|report|plan|bulletin|note|article|statement|guide|book|author(|s))',
  },
  joinsClauses: {
    says: 'for|because|that|since|and|but|although|though|while|whereas|when|so|if|yet|or|until|before|after|where',
  },
  article: { says: 'the|a|an' },

  // Words around a place of the text: what fits, what is still to fill.
  preposition: { says: 'of|for|in|on|to|with|by|from|at|between|into|under|over|after|before|since|until|as' },
  particle: { says: 'up|down|out|off|in|on|over|away|back|through|aside' },
  objectPronoun: { says: 'it|them|him|her|us|me|you|this|that|these|those' },
  leadsToVerb: { says: 'to|not|they|we|you|I|who|please|will|would|shall|should|can|could|may|might|must' },
  joinsAlike: { says: 'and|or|nor|but' },
  functionWord: { says: 'many|most|few|as|however|there|here|if' },
  smallInTitles: { says: 'a|an|the|and|or|but|nor|of|in|on|at|by|for|from|with|to|as|into|over|vs|per|via' },
  fillIn: { says: 'insert|enter|add|fill|your|placeholder' },
  unfilled: { says: 'to be|tba|tbc|tbd|dd|yyyy' },
  leftOpen: nothing,
  blank: {
    says: '((full|organi(s|z)ation|) name|title|date|number|figure|amount|value|author|place)(| here)',
  },
  asksFor: {
    says:
      'name(|s)|title(|s)|date(|s)|number(|s)|figure(|s)|amount(|s)|value(|s)|author(|s)|place(|s)|unit(|s)|' +
      'address(|es)|location(|s)|year(|s)|month(|s)|day(|s)|time(|s)|period(|s)|cit(y|ies)|town(|s)|countr(y|ies)|' +
      'region(|s)|link(|s)|url(|s)|topic(|s)|team(|s)|department(|s)|agenc(y|ies)|organi(s|z)ation(|s)|' +
      'compan(y|ies)|position(|s)|role(|s)|percentage(|s)|percent|rate(|s)|total(|s)|metric(|s)|publisher(|s)|' +
      'description(|s)|email(|s)|phone|currency|host(|s)|recipient(|s)|signature|specify|describe',
  },
  interrogative: { says: 'what|who|whom|whose|which|how|when|where|why' },
  editorial: {
    says:
      'sic|emphasis|x|see|cf|as|or|of|for|from|which|that|is|are|has|had|not|also|but|including|excluding|formerly|' +
      'now|then|ibid|et|ca|vol|op|dated|optional|required|and|was|were|revised|translated|abridged|updated|' +
      'unofficial|laughter|applause|inaudible',
  },
  leftOut: { says: 'unknown|unidentified|illegible|withheld|redacted|omitted|removed|needed|translation|mine' },
  remarks: { says: 'in|on|at|by|with' },
  numberedPart: {
    says: '(fig|figure|tab|table|section|chapter|page|note|no|eq|equation|part|box|annex|question|item|step)(|s)|annexes',
  },
  numberedInDigits: { says: 'figure|page|table' },
  wantsNoun: {
    says:
      'a|an|the|of|in|on|at|to|for|from|by|with|about|between|and|or|is|are|was|were|be|been|than|per|under|over|' +
      'into|within|until|till|since|before|after|during|through|via|as|that|this|these|our|your|their|its|his|her|' +
      'no|not|has|have|had|will|dear|contact|visit|call|ask',
  },
  auxiliary: {
    says: 'is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|cannot|let',
  },
  determiner: {
    says: 'a|an|the|this|that|these|those|its|his|her|their|our|my|your|each|every|all|any|no|some|both',
  },
  counted: {
    says:
      'hundred|thousand|million|billion|trillion|yuan|euro(|s)|dollar(|s)|tonnes|people|' +
      'January|February|March|April|May|June|July|August|September|October|November|December',
  },
  share: { says: 'percent|per cent' },
  lettered: nothing,
  listsNotes: { says: '(list|item|app|comment|column|field|mark|marker)(|s)' },
  addresses: { says: 'you|your|yours' },
  permits: nothing,
  adapts: { says: 'use|modify|adapt|copy|customi(s|z)e|fill|complete' },
  template: { says: 'template(|s)' },
  form: { says: 'sample(|s)|boilerplate|example(|s)' },
  forExample: { says: 'for (example|instance)|e.g|suppose|imagine|say,' },
  presses: { says: 'press(|es|ing)|hit|key(|s)' },

  // Rules of their own.
  becomes: { says: 'is|are|was|were|as|became' },
  belongsTo: { says: 'of|for|by|to|among' },
  codeName: {
    says: 'v|ver|(version|release|build|tag|id|code|part|model|invoice|ref)(|s)|isbn|doi|no|nos|nr',
  },
  leadsToDate: { says: 'on|by|from|to|of|until|till|since|before|after|date|dated|and|between' },
  partOfDay: { says: 'morning|afternoon|evening|night' },
  isDay: { says: '(|which) (is|was)|falls on|fell on|a|an' },
  heldOn: nothing,
  recurring: { says: 'to|and|or|every|each|last|next|Mail on' },
  namesDay: { says: 'Good|Easter|Ash|Palm|Maundy|Shrove|Whit|Black|Cyber' },
  weekdayHeading: { says: 'day|weekday|day of (|the) week|dow' },
  callout: {
    says:
      'note|tip|hint|important|warning|caution|attention|danger|info|notice|summary|' +
      'key (point|message|finding)(|s)',
  },
  sourcesHeading: {
    says: 'reference(|s)|bibliography|source(|s)|works cited|literature|(|end) note(|s)|endnote(|s)|citations',
  },
  upTo: { says: 'until|till|up to' },
  former: {
    says:
      'former(|ly)|previously|once|then|erstwhile|ex|predecessor(|,)|(renamed|evolved|grew) (out of|from)|' +
      '(founded|established|set up) as|replac*|succeed*|successor (to|of)',
  },
  calledSo: { says: 'known as|called|named' },
  renamed: {
    says:
      '(was|were|has been) (|then|later) (renamed|merged|dissolved|abolished|replaced|succeeded|absorbed)|' +
      '(was|were|has been) (|then|later) reorgani(s|z)ed|became|turned into',
  },
  nowadays: { says: 'now|today|since' },
  otherName: {
    says: '(also|sometimes|often|formerly|once) (called|known as|termed|named|written|referred to as)',
  },
  standsFor: { says: 'stand(|s) for|(|is) short for|mean(|s)|is|are|or|refers to' },
  wholeReport: {
    says:
      'summary|overview|introduction|background|context|findings|results|conclusion(|s)|discussion|analysis|data|' +
      'figures|metrics|numbers|annex|appendix|outlook|trend(|s)|in brief|at a glance',
  },
  relativeTime: {
    says: '(this|last|past) (quarter|month|week|winter|summer|season|half|decade)|over the (past|last)',
  },
  tellsOrder: {
    says:
      '(reverse|reversed|any|another|no|whatever|alphabetical|descending|chronological|numerical) ' +
      '(|their|its|particular|special|fixed|other) order|in order of|ranked|sorted|ordered',
  },
  taskLabel: { says: 'task|priority|action|key|to|we|will|our|n/a|tbc|tbd|none' },
  noValue: { says: 'null|none|nil|not (available|applicable)' },

  // Figures, tables and sources.
  headBeside: {
    says:
      'note(|s)|remark(|s)|comment(|s)|link(|s)|url(|s)|published|release(|d)|(release|publication) date|' +
      'date of (release|publication)|(last|) update(|d)|retrieved|accessed|no.|no|＃|id|code(|s)',
  },
  headSource: {
    says: '(data|) source(|s)|reference(|s)|citation(|s)|publisher(|s)|published by|source of data',
  },
  headPeriod: {
    says:
      '(reference|reporting|time|) period(|s)|(fiscal|financial|calendar|) year(|s)|date(|s)|time|as of|quarter(|s)|' +
      'month(|s)|winter(|s)|season(|s)',
  },
  headUnit: { says: 'unit(|s) (of (measure|measurement)|)' },
  headPlace: {
    says:
      'countr(y|ies)|region(|s)|area(|s)|province(|s)|state(|s)|place(|s)|location(|s)|territor(y|ies)|nation(|s)|' +
      'geograph(y|ies)|econom(y|ies)',
  },
  headTheme: {
    says: 'categor(y|ies)|theme(|s)|topic(|s)|domain(|s)|pillar(|s)|dimension(|s)|group(|s)|heading(|s)|field(|s)',
  },
  headValue: {
    says:
      'actual|final|audited|confirmed|latest|reported|recorded|observed|measured|achieved|total|headline|annual|' +
      'full year|value(|s)|figure(|s)|amount(|s)|number(|s)|outturn(|s)|outcome(|s)|result(|s)|level(|s)|' +
      'reading(|s)|score(|s)|data',
  },
  wholeCountry: { says: 'national (total|)|nationwide|(the|) whole country|country total' },
  besidePeriod: {
    says: 'as|of|at|the|in|end|ending|year|fiscal|financial|calendar|winter|summer',
  },
  besideMetric: { says: 'total|overall|national|of|in|the|year|number|count|no' },
  ofPart: { says: 'by|only|excluding|sample|selected|scenario' },
  total: { says: '(grand|) total|all|sum|overall' },
  nestedRow: { says: 'of which|including|memo|average|mean|median|subtotal' },
  restRow: { says: '(all|) other(|s)|rest' },
  gives: {
    says:
      'was|were|is|are|of|at|reached|(totalled|totaled)|numbered|(stood|stands) at|came to|amounted to|ran to|hit|' +
      'exceeded|topped|passed|(rose|fell|climbed|grew|increased|declined|dropped|recovered|shrank) to',
  },
  beforeDate: { says: 'in|for|of|by|during|at the end of|as of' },
  bareNouns: {
    says: 'total|sum|figure|number|value|result|average|rest|amount|price|cost|size|rate|share|the|of|a|an',
  },
  pronouns: {
    says: 'it|this|that|these|those|they|which|what|there|here|he|she|we|who|one|some|other(|s)|its|their|his|her|our',
  },
  beforeSubject: { says: 'the|a|an|with|and' },
  narrows: {
    says: 'for|among|by|via|excluding|including|alone|per|under|in|on|at|from|with|between|where|when',
  },
  auxiliaries: { says: 'was|were|is|are|has|had' },
  present: {
    says: 'latest|newest|most recent|up to date|now|current(|ly)|at present|to date|so far|today|as things stand',
    but: '(was|were) the (latest|newest|most recent)|(until|till|by|is|are) now|current (price|prices|account|accounts)',
  },
  nearing: { says: 'nearly|almost|approaching|nearing' },
  justUnder: { says: '(just|slightly|a little) (under|below|shy|less)' },
  doVerbs: { says: 'did|does|do|has|have|had' },
  unique: { says: 'only|sole|unique|no other|none other|alone' },
  tableLabel: { says: 'table' },
  beforeUnit: { says: 'in|unit (:|)' },
  credits: {
    says:
      'according to|source(|s) :|based on|(data|figures|statistics) (from|of|by)|as reported by|said|says|told|wrote|' +
      'writes|reported|reports|announced|announces|show(|s|ed)|published|noted|notes|stated|states|found',
    but: 'according to plan',
  },
  sourceLabel: { says: 'source(|s) :' },

  // The clause that gives a figure.
  howOrWhen: {
    says:
      'now|then|here|there|too|also|again|still|only|even|first|instead|ahead|already|ago|today|yesterday|soon|later|' +
      'early|earlier|just|well|thus|therefore|however|once more|ever|always|often|more|less|most|least|much|very|' +
      'quite|alone|back|up|down|out|off|twice|last|next|previous|once|further|together|altogether|about|around|some|' +
      'almost|nearly|roughly|overall|nationwide|worldwide|thereby|meanwhile|indeed|as much as|as many as|as high as|' +
      'as low as|no less than|no more than|less than|more than|fewer than|unchanged|flat|steady|stable|high|low|higher|lower|' +
      'average|worth|mere|whopping|staggering|meagre|modest|solid|full|whole|past|same|new|all-time|late|mid|short|shy|' +
      'for the first time|time and again|by far|at last|so far|to date|in total|in all|in sum|on the way',
  },
  timeNoun: {
    says:
      'year(|s)|month(|s)|quarter(|s)|week(|s)|day(|s)|decade(|s)|century|centuries|period|season|end|start|beginning|' +
      'close|half|middle|midyear|time|moment|point in time|date|term|spring|summer|autumn|winter',
  },
  sameMeasure: {
    says:
      'value|total(|s)|level|figure|amount|sum|number|volume|count|size|mark|threshold|record|high|low|peak|' +
      'reading|result|outturn|estimate|quantity|magnitude|tally|score|place|position',
  },
  wholeOf: {
    says:
      'total|overall|national|nationwide|annual|yearly|whole|aggregate|entire|combined|reported|recorded|latest|' +
      'newest|recent|current|present|all|full year|gross|official|headline|published|measured|actual|estimated',
  },
  whole: { says: 'country|nation|economy|whole' },
  verbOfValue: {
    says:
      '(stand|total|number|exceed|top|equal|amount|come|measure|average|remain|stay|keep|hold|rise|fall|grow|' +
      'increase|decrease|decline|drop|climb|settle|hover|recover|run)s|(reach|pass|surpass|approach)(|es)|goes|' +
      'hit(|s)|put|set|exceed|total|equal|amount|stand|come|remain|beat(|s)',
  },
  partVerb: {
    says: '(includ|exclud|compris|contain|contribut|add)(e|es|ed|s)|omit(s|ted)|featur(e|es|ed)|lack(s|ed)|need(s|ed)|cost(s|)',
  },
  aTime: { says: 'daily|weekly|monthly|quarterly|hourly|nightly|capita|apiece' },
  moves: {
    says:
      '(lift|raise|push|bring|drive|send|boost|help|cut|reduce|propel|carry|pull|drag|keep|hold|take|make|leave|' +
      'reach|exceed|lower|increase|expand|bolster|support|swell|double|halve|top|pass|surpass|hit)(s|ed|d)|took|' +
      'brought|drove|sent|cut|kept|held|made|left|carried|carries|reaches|pushes|passes|hit',
  },
  tells: {
    says:
      '(estimate|report|show|announce|see|put|say|note|record|calculate|value|reckon|give|publish|list|measure|' +
      'register|quote|place|peg|set|suggest|indicate|admit|explain|add|write|remark|conclude|confirm|count|tally)(|s|ed|d)|saw|said|gave|shown|publishes',
  },
  has: { says: 'has|had|have' },
  compares: { says: 'compared|relative|contrary|opposed|next|unlike|similar|close|beside|against|than|versus|vs' },
  typical: { says: 'typical|average' },
  partOfYear: { says: 'half|quarter(|s)|month(|s)|week(|s)|day(|s)|halves|midway|halfway' },
  vouches: {
    says:
      'figures|data|statistics|results|accounts|bureau|office|ministry|government|department|agency|authority|' +
      'authorities|commission|bank|official(|s)|minister|report|communique|bulletin|yearbook|survey|census|' +
      'board|council|committee|cabinet|treasury|regulator|parliament|management|digest|handbook|factbook|' +
      'almanac|summary|table(|s)|chart|gazette|officer(|s)|profile|review|register|publication|statement|paper|release|year|quarter|month|decade|director(|s)|president|chair(|man|woman)|secretary|governor|' +
      'mayor|premier|chancellor|spokes(man|woman|person)|statistician(|s)',
  },
  discourse: {
    says:
      'fact|example|instance|particular|contrast|comparison|turn|all|total|sum|short|brief|addition|general|' +
      'detail|reality|practice|nominal|cash|figures|figure|report|communique|statement|bulletin|record|' +
      'line|effect|result|course|briefing|conference|speech|release|address|review|hindsight|retrospect',
  },
  totals: { says: 'in all|in total|in sum|all told|altogether|a total of' },
  takesSubjectUp: { says: 'it|they|(this|the|that) (figure|number|total|sum|rate|share|level|amount)' },
  thanBehind: { says: '(more|less|fewer|higher|lower|greater|larger|smaller|better|worse|earlier|later) than' },
  soFar: { says: 'to date' },
  yearsTogether: { says: 'together|combined|in total|in all' },
  nationwide: { says: 'nationwide|nationally|(in|across) the (whole |)country|national' },
  inTurn: { says: 'respectively|in turn|in that order' },
  changesFrom: { says: 'from' },
  stretchBegins: { says: 'between|between the end of|from the end of' },
  changesTo: { says: 'to' },
  self: {
    says: '(the|this|our) (company|group|university|college|city|province|county|district|borough|bank|trust|hospital)',
  },
  house: nothing,
  leavesOut: {
    says:
      'exclud(e|es|ed|ing)|(leaving|setting) aside|leaving out|apart from|aside from|other than|except for|net of|' +
      '(not|without) (counting|including)|ignoring|stripping out|minus|plus|' +
      '(at|in) constant (currency|currencies|exchange rates)|like-for-like|(together|combined|taken together|along|added) with|add(|ed to|ing)|alone|' +
      '(measured|valued|expressed|calculated|reckoned) (in|at|on|by|per)|stripped|adjusted|weighted|corrected|' +
      'deflated|converted|annuali(s|z)ed|smoothed|rebased',
  },
  givesToSubject: { says: 'of|as|at|from|to|above|over|under|below|near|around|about|beyond' },
  givesBehindNoun: { says: 'at|to|from' },
  besideValue: { says: 'within|after|before|for|without|among|despite|during|through|since|like|except' },
  opensSubject: { says: 'with|for|as|on|at|by|to|against' },
  narrowsClause: { says: 'for|among|amongst|per|at|under|on|in|across|excluding|with' },
  priceNoun: { says: 'prices|terms|money' },
  copular: { says: '(remain|stay|stand|rest)(s|ed|)|stood' },
  madeKnown: {
    says:
      'recorded|reported|measured|registered|counted|published|announced|estimated|calculated|given|noted|observed|' +
      'put|set|achieved|reached|seen|posted|logged|created|produced|generated|delivered|added|spent|paid|raised|' +
      'collected|earned|attained|realised|realized',
  },
  restricts: {
    says:
      'exclu*|includ*|without|adjust*|real|nominal|constant|per|measured|expressed|share|growth|change|seasonal*|net|' +
      'only|and|apart|besides|alone|average|median',
  },
};
