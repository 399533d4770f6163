/** The named parts a score is the sum of. A term is 0 where what it looks at never happened. */
export const TERMS = [
  'object.rate2', 'object.rate50',
  'role.rate2', 'role.rate10', 'role.rate50', 'role.share', 'role.gap',
  'side.object5', 'side.object50', 'side.role5', 'side.role50', 'side.roleShare',
  'same.side', 'same.sideInRelation', 'kind.roleShare', 'kind.roleShareEach', 'sides.role10', 'sides.role100',
  'dealings.side', 'dealings.sideInRelation',
  'pair.known', 'pair.rate2', 'pair.rate10', 'pair.rate40', 'pair.rate200', 'pair.share10', 'pair.share40', 'pair.gap',
  'rule.best', 'rule.second', 'rule.third', 'rule.any', 'rule.share', 'related.rate10',
  'same.known', 'same.rate2', 'same.rate10', 'same.rate40', 'same.rate200', 'same.share2', 'same.share10',
  'same.share40', 'same.share200', 'same.gap', 'same.yesterday', 'reverse.rate10', 'reverse.rate200',
] as const; // prettier-ignore

export const TERM_COUNT = TERMS.length;
/** Where the terms of the object's dealings with the subject's side begin, and those of sides and kinds. */
export const FIRST_SIDE_TERM = TERMS.indexOf('side.object5');
export const FIRST_TRAIT_TERM = TERMS.indexOf('same.side');
/** Terms from here on are about the pair of subject and object and need that they have met. */
export const FIRST_PAIR_TERM = TERMS.indexOf('pair.known');

/** Logarithm that is 0 for nothing and grows by one with each factor e above `floor`. */
export const rise = (value: number, floor: number): number => Math.log(value / floor + 1);
