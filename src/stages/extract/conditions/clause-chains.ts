/** What a word can be to a conditional: outside it, in the condition, in what hangs on it. */
type Part = 'outside' | 'protasis' | 'apodosis';

/** A place in one order of the two clauses. A sentence runs through one order, from left to right. */
interface Place {
  readonly part: Part;
  /** Which order it belongs to, see `ORDERS`. */
  readonly order: number;
  /** Outputs of the word model that speak for a word in this place. */
  readonly word: readonly number[];
}

/** A step from one place to another between two words, and the outputs of the gap model that speak for it. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly gap: readonly number[];
}

/** The condition first, the condition last, the condition alone, the condition amid what hangs on it. */
const ORDERS: readonly (readonly Part[])[] = [
  ['outside', 'protasis', 'outside', 'apodosis', 'outside'],
  ['outside', 'apodosis', 'outside', 'protasis', 'outside'],
  ['outside', 'protasis', 'outside'],
  ['outside', 'apodosis', 'protasis', 'apodosis', 'outside'],
];

/** Outputs of the word model: a part in any order, then a part in each of the first three, then the outsides. */
export const WORD_OUTPUTS = 11;
/** Outputs of the gap model: begin and end of a part in any order, then in each of the first three. */
export const GAP_OUTPUTS = 14;
export const ORDER_OUTPUTS = ORDERS.length;

const OWN_WORD: readonly (readonly [protasis: number, apodosis: number])[] = [[2, 3], [4, 5], [6, 6]]; // prettier-ignore
const FIRST_OUTSIDE = 7;
const FIRST_GAP: readonly number[] = [4, 8, 12];

function wordOutputs(part: Part, order: number, at: number): readonly number[] {
  const own = OWN_WORD.at(order);
  switch (part) {
    case 'protasis':
      return own === undefined ? [0] : [0, own[0]];
    case 'apodosis':
      return own === undefined ? [1] : [1, own[1]];
    case 'outside':
      return [
        at === 0 ? FIRST_OUTSIDE : at === ORDERS[order].length - 1 ? FIRST_OUTSIDE + 2 : FIRST_OUTSIDE + 1,
      ];
  }
}

/** All places of all orders, one after the other. */
export const PLACES: readonly Place[] = ORDERS.flatMap((parts, order) =>
  parts.map((part, at) => ({ part, order, word: wordOutputs(part, order, at) })),
);

/** Where an order begins in `PLACES`. */
export const FIRST_PLACE: readonly number[] = ORDERS.map((_, order) =>
  PLACES.findIndex((place) => place.order === order),
);

const EDGES: readonly (readonly [part: Part, begins: number, ends: number])[] = [
  ['protasis', 0, 1],
  ['apodosis', 2, 3],
];

/** Outputs for leaving one part and entering another in an order. */
function gapOutputs(before: Part, after: Part, order: number): readonly number[] {
  if (before === after) return [];
  const shared = EDGES.flatMap(([part, begins, ends]) => [
    ...(before === part ? [ends] : []),
    ...(after === part ? [begins] : []),
  ]);
  const base = FIRST_GAP.at(order);
  const own =
    base === undefined ? [] : shared.filter((edge) => base + edge < GAP_OUTPUTS).map((edge) => base + edge);
  return [...shared, ...own];
}

/** Steps to another place; staying needs none. An empty outside between the clauses is skipped. */
export const STEPS: readonly Step[] = PLACES.flatMap(({ order, part }, from) =>
  [1, 2].flatMap((by): Step[] => {
    const to = from + by;
    const next = PLACES.at(to);
    if (next === undefined || next.order !== order) return [];
    if (by === 2 && (part === 'outside' || next.part === 'outside' || PLACES[from + 1].part !== 'outside'))
      return [];
    return [{ from, to, gap: gapOutputs(part, next.part, order) }];
  }),
);

/** Places in which a text can begin: the first outside of an order or the part after it. */
export const OPENINGS: readonly Step[] = FIRST_PLACE.flatMap((from, order) =>
  [from, from + 1].map((to) => ({ from: -1, to, gap: gapOutputs('outside', PLACES[to].part, order) })),
);

/** Places in which a text can end: the last part of an order or the outside after it. */
export const CLOSINGS: readonly Step[] = FIRST_PLACE.flatMap((first, order) => {
  const last = first + ORDERS[order].length - 1;
  return [last - 1, last].map((from) => ({
    from,
    to: -1,
    gap: gapOutputs(PLACES[from].part, 'outside', order),
  }));
});
