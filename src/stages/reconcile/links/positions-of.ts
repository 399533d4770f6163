import type { AssessmentClaim, Claim, LeverClaim, RelationClaim } from '../../../model/claim.ts';
import type { Act } from '../../../model/move-type.ts';
import { quote } from '../../../model/span.ts';
import type { LinkedClaim } from './about-claim.ts';

/** What a claim answers to a question that other claims answer too. */
export interface Position {
  /** The question: two positions meet where it is the same. */
  readonly topic: string;
  /** The answer. */
  readonly value: string;
  /** Whom it is about: two positions fit where these agree as far as both name some. */
  readonly sides?: readonly string[];
  /** Of whom it is said; the same, as far as both name him. */
  readonly subject?: string;
  /** So many telling words of the two clauses must be the same. */
  readonly common?: number;
  readonly classId?: string;
}

/** Acts with weapons, of which motives, threats and habits are told alike. */
const WITH_WEAPONS: readonly Act[] = [
  'weapons-test', 'weapons-display', 'weapons-deployment', 'moratorium-ended', 'exercise-held', 'exercise-enlarged',
]; // prettier-ignore

const fieldOf = (act: Act | undefined): string | undefined =>
  act !== undefined && WITH_WEAPONS.includes(act) ? 'weapons' : act;

/** Levers that pull at one thing; within a family they are for it or against it. */
const LEVER_FAMILIES: Readonly<Record<string, string>> = {
  'impose-sanctions': 'sanctions', 'enforce-sanctions': 'sanctions', 'ease-sanctions': 'sanctions', 'lift-sanctions': 'sanctions',
  'hold-exercises': 'exercises', 'restore-exercises': 'exercises', 'pause-exercises': 'exercises',
  'freeze-tests': 'tests', 'resume-tests': 'tests',
  'deploy-forces': 'forces', 'withdraw-forces': 'forces',
}; // prettier-ignore

/** Levers so wide that only the same words make them the same. */
const WIDE = new Set([
  'pressure', 'diplomacy', 'public-condemnation', 'send-signal', 'escalate', 'deterrence', 'self-restraint',
]); // prettier-ignore

const familyOf = (lever: string): string => LEVER_FAMILIES[lever] ?? lever;

const isDoubted = ({ status, hedge }: Claim): boolean =>
  status === 'denied' || hedge?.certitude === 'doubtful';

const flip = (value: string): string => (value === 'good' ? 'bad' : value === 'bad' ? 'good' : value);

const ofSubject = ({ subject }: LinkedClaim['about']): Pick<Position, 'subject'> =>
  subject === undefined ? {} : { subject };

function ofLever({ claim, about }: LinkedClaim, named: LeverClaim): readonly Position[] {
  const { lever, stance } = named;
  const { subject, classId } = about;
  const found: Position[] = [
    {
      topic: `lever ${familyOf(lever)}`,
      value: `${lever} ${stance}`,
      sides: about.named,
      ...(WIDE.has(lever) ? { common: 2, ...ofSubject(about) } : { common: 1 }),
      ...(classId === undefined || familyOf(lever) !== 'tests' ? {} : { classId }),
    },
  ];
  if (subject === undefined) return found;
  if (lever === 'disarm')
    found.push({ topic: `arms ${subject}`, value: isDoubted(claim) ? 'keep' : 'give-up' });
  if (lever === 'avoid-escalation' && claim.status !== 'denied')
    found.push({ topic: `escalation ${subject}`, value: 'holds-back' });
  return found;
}

const TEMPER = new Set<RelationClaim['relation']>(['rival', 'partner', 'dyad-temper']);
const KEEPER = new Set<RelationClaim['relation']>(['patron', 'trade-partner']);

function ofRelation({ claim, about }: LinkedClaim, told: RelationClaim): readonly Position[] {
  const { relation } = told;
  const sign = isDoubted(claim) ? flip(told.sign) : told.sign;
  if (relation === 'leverage')
    return about.subject === undefined
      ? []
      : [{ topic: `weight ${about.subject}`, value: sign === 'bad' ? 'weak' : 'strong' }];
  if (about.pair.length < 2) return [];
  const pair = about.pair.join('+');
  if (TEMPER.has(relation)) return [{ topic: `temper ${pair}`, value: sign }];
  if (KEEPER.has(relation)) return [{ topic: `keeper ${pair}`, value: relation }];
  return about.named.length < 2 ? [] : [{ topic: `${relation} ${pair}`, value: sign }];
}

/** Entries that say how far a deed was to be expected. */
const EXPECTED: Readonly<Record<string, string>> = {
  'assessment.pattern': 'old', 'assessment.normal': 'normal', 'assessment.considered-normal': 'normal',
  'assessment.surprising': 'new', 'assessment.surprised': 'new',
}; // prettier-ignore

function ofThreat({ claim, about }: LinkedClaim, { polarity }: AssessmentClaim): readonly Position[] {
  const field = fieldOf(about.act) ?? (about.classId === undefined ? undefined : 'weapons');
  if (polarity === 'neutral' || field === undefined) return [];
  const assessor = claim.actors.map(({ sideId, actorId }) => sideId ?? actorId);
  const sides = about.named.filter((side) => !assessor.includes(side));
  const of = about.act === undefined ? 'lasting' : 'deed';
  const value = `${polarity === 'negative' ? 'threat' : 'no-threat'} ${of}`;
  const common = sides.length === 0 && about.act === undefined ? 3 : 0;
  return [{ topic: `threat ${field}`, value, sides, common }];
}

/** A thing called bad and ever worse is a danger. */
const GROWS = /\b(?:increasingly|ever more|more and more|growing)\b/iu;

function ofAssessment(linked: LinkedClaim, told: AssessmentClaim): readonly Position[] {
  const { claim, about } = linked;
  const isWeak = (told.polarity === 'negative') !== isDoubted(claim);
  switch (told.dimension) {
    case 'security':
      return ofThreat(linked, told);
    case 'purpose': {
      const field = fieldOf(about.actNear);
      return field === undefined ? [] : [{ topic: `motive ${field}`, value: 'motive' }];
    }
    case 'expectedness': {
      const value = EXPECTED[claim.entry];
      return value === undefined ? [] : [{ topic: 'novelty', value, common: 2 }];
    }
    case 'effect':
      if (claim.entry !== 'assessment.impact')
        return told.polarity === 'neutral'
          ? []
          : [{ topic: 'works', value: isWeak ? 'fails' : 'works', sides: about.around }];
      return about.subject === undefined
        ? []
        : [{ topic: `weight ${about.subject}`, value: isWeak ? 'weak' : 'strong' }];
    case 'leverage':
      return about.subject === undefined || told.polarity === 'neutral'
        ? []
        : [{ topic: `weight ${about.subject}`, value: isWeak ? 'weak' : 'strong' }];
    case 'trend':
      return about.named.length !== 2 || told.polarity === 'neutral'
        ? []
        : [{ topic: `temper ${about.pair.join('+')}`, value: told.polarity === 'positive' ? 'good' : 'bad' }];
    case 'general':
      return told.polarity === 'negative' && GROWS.test(quote(linked.text, claim.span))
        ? ofThreat(linked, told)
        : [];
  }
}

const STANDING = new Set(['open', 'closed', 'refused', 'silent', 'destroyed']);

/** Each two of some sides, for facts that several of them share. */
const pairsOf = (sides: readonly string[]): readonly string[] =>
  sides.length > 5
    ? []
    : sides.flatMap((one, i) => sides.slice(i + 1).map((other) => [one, other].toSorted().join('+')));

/** Each three of some sides. */
const threesOf = (sides: readonly string[]): readonly string[] =>
  sides.flatMap((one, i) =>
    sides
      .slice(i + 1)
      .flatMap((other, k) => sides.slice(i + k + 2).map((third) => [one, other, third].toSorted().join('+'))),
  );

/** Each two persons of two sides. */
const leadersOf = (persons: LinkedClaim['about']['persons']): readonly string[] =>
  (persons.length > 3 ? [] : persons).flatMap((one, i) =>
    persons.slice(i + 1).flatMap((other) => (one.side === other.side ? [] : [`${one.id}+${other.id}`])),
  );

function ofContact({ claim, about }: LinkedClaim): readonly Position[] {
  if (claim.kind !== 'contact' || claim.medium === 'press') return [];
  const { state, medium } = claim;
  const isDone = claim.status === 'actual' || (claim.time === 'background' && claim.when !== undefined);
  if (STANDING.has(state)) {
    if (!isDone && state !== 'silent' && state !== 'closed') return [];
    return about.pair.map((side) => ({ topic: `contact ${side}`, value: state, sides: about.pair }));
  }
  if ((state !== 'used' || !isDone) && state !== 'planned') return [];
  const summits =
    medium === 'summit' || medium === 'meeting'
      ? leadersOf(about.persons).map((two) => ({ topic: `summit ${two}`, value: medium }))
      : [];
  const meetings =
    claim.when?.from === undefined
      ? []
      : pairsOf(about.sides).map((two) => ({ topic: `meeting ${two}`, value: state, sides: about.sides }));
  const groups =
    claim.when === undefined && state === 'used' && medium === 'unspecified'
      ? threesOf(about.sides).map((three) => ({ topic: `group ${three}`, value: state }))
      : [];
  return [...summits, ...meetings, ...groups];
}

function ofMove({ claim, about }: LinkedClaim): readonly Position[] {
  if (claim.kind !== 'move') return [];
  if (claim.act !== undefined) return [{ topic: `act ${claim.act}`, value: claim.status }];
  if (about.subject === undefined) return [];
  if (claim.type === 'threaten') return [{ topic: `escalation ${about.subject}`, value: 'answers' }];
  return [];
}

function ofCapability({ claim, about }: LinkedClaim): readonly Position[] {
  if (claim.kind !== 'capability') return [];
  const { object, stage } = claim;
  const { classId } = object;
  const found: Position[] = [];
  if (object.novelty === 'new' || claim.entry === 'capability.novel')
    found.push({ topic: 'novelty', value: 'new-thing', common: 2 });
  if (about.subject === undefined) return found;
  if (stage === 'pledged') found.push({ topic: `arms ${about.subject}`, value: 'build', classId });
  if (stage === 'mentioned' && classId.endsWith('-program'))
    found.push({ topic: `thing ${classId} ${about.subject}`, value: 'mentioned' });
  return found;
}

function ofGoal({ claim, about }: LinkedClaim): readonly Position[] {
  if (claim.kind !== 'goal') return [];
  const { subject } = about;
  const found: Position[] = [];
  if (claim.entry === 'goal.interest' && subject !== undefined)
    found.push({ topic: `interest ${subject}`, value: isDoubted(claim) ? 'no' : 'yes', common: 1 });
  if (claim.basis === 'ascribed' && fieldOf(about.actNear) === 'weapons')
    found.push({ topic: 'motive weapons', value: 'motive' });
  if (claim.entry === 'goal.seeks' && about.pointsBack)
    for (const lever of about.levers)
      found.push({ topic: `lever ${familyOf(lever)}`, value: `${lever} for`, sides: about.named });
  return found;
}

/** Words by which a condition is no step that comes first but what is to stand at the end. */
const AT_THE_END = /\b(?:end result|end state|final result|final goal|ultimate goal|outcome|at the end)\b/iu;

/** The rest: terms of bargains, effects of levers, phases of processes, verdicts. */
function ofOther({ claim, about, text }: LinkedClaim): readonly Position[] {
  switch (claim.kind) {
    case 'condition': {
      const value = AT_THE_END.test(quote(text, claim.clause)) ? 'end' : 'first';
      return about.levers.map((lever) => ({ topic: `terms ${lever}`, value, sides: about.concerned }));
    }
    case 'mechanism': {
      const value = claim.entry === 'mechanism.angers' ? 'cost' : claim.direction;
      return about.levers.map((lever) => ({ topic: `brings ${familyOf(lever)}`, value }));
    }
    case 'process': {
      if (claim.process === 'information' || claim.process === 'consultation') return [];
      const owner = claim.process === 'review' ? about.subject : about.pair.join('+');
      return owner === undefined || owner === ''
        ? []
        : [{ topic: `process ${claim.process} ${owner}`, value: claim.phase }];
    }
    case 'legal': {
      if (claim.verdict === 'in-force' || claim.verdict === 'penalised') return [];
      // A mere "illicit" before a noun judges no deed.
      if (!quote(text, claim.span).includes(' ')) return [];
      const classId = about.classId?.endsWith('-program') === true ? undefined : about.classId;
      const field = fieldOf(about.act) ?? (classId === undefined ? undefined : 'weapons');
      const of = classId === undefined ? {} : { classId };
      const common = field === 'weapons' ? 0 : 4;
      return field === undefined ? [] : [{ topic: `legal ${field}`, value: claim.verdict, common, ...of }];
    }
    default:
      return [];
  }
}

/** What a claim answers, question by question. */
export function positionsOf(linked: LinkedClaim): readonly Position[] {
  const { claim } = linked;
  switch (claim.kind) {
    case 'move':
      return ofMove(linked);
    case 'contact':
      return ofContact(linked);
    case 'lever':
      return ofLever(linked, claim);
    case 'relation':
      return ofRelation(linked, claim);
    case 'assessment':
      return ofAssessment(linked, claim);
    case 'capability':
      return ofCapability(linked);
    case 'goal':
      return ofGoal(linked);
    default:
      return ofOther(linked);
  }
}
