/** Shortened words that carry their full stop and stand before a name or number, so that no sentence ends there. */
export const BEFORE_NAME: ReadonlySet<string> = new Set(
  (
    'adm amb brig capt cmdr col cpl dr fr gen gov hon lt maj messrs mr mrs ms msgr mt mx pres prof rep reps rev ' +
    'sen sens sgt st supt vs v cf eg ie al approx ca fig figs no nos op pp p sec vol ed eds art para ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** Shortened words that carry their full stop and may end a sentence. */
export const MAY_END: ReadonlySet<string> = new Set(
  (
    'inc ltd co corp bros jr sr esq etc dept dist est ext gov mil min max misc ave blvd rd ph bldg ' +
    'mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass ' +
    'mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo dem u.s u.n u.k d.c'
  ).split(' '),
);

/** Words that, written with a capital, nearly always begin a sentence. */
export const STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those it its he she they we you i his her their our my your there here ' +
    'but and or so yet nor if when while after before although though because since as at by for from in into on ' +
    'of over under with without during despite however moreover meanwhile nevertheless also then thus still ' +
    'what why how who which where is are was were do does did will would can could should may might has have had ' +
    'not no yes some many most all both each every any another other such one two three several more less ' +
    'earlier later last next now once only even instead according asked speaking unlike until upon'
  ).split(' '),
);

/** Verbs of saying: after a closed quotation that ends in ? or !, the sentence goes on ("Why?" Ortega asked). */
export const SAYING: ReadonlySet<string> = new Set(
  (
    'said says say asked asks added adds told tells wrote writes wondered replied answered shouted tweeted ' +
    'demanded inquired queried exclaimed quipped warned'
  ).split(' '),
);

/** First parts that stay joined with what follows their hyphen (pre-war, anti-ship, mid-July). */
export const JOINED_PREFIXES: ReadonlySet<string> = new Set(
  (
    'anti bi bio co counter cyber de e ex extra hyper inter intra macro mega meta micro mid mini mis multi neo non ' +
    'over para post pre pro proto pseudo quasi re semi sub super tele trans tri ultra un under uni vice x t'
  ).split(' '),
);
