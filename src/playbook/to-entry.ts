import type { z } from 'zod';
import type * as model from '../model/playbook.ts';
import type * as agreements from './agreement-schema.ts';
import type * as schema from './playbook-schema.ts';
import { maybeTest, present, toEntry, toGivenMove, toPattern, toRecogniser } from './to-pattern.ts';

type Item<S extends z.ZodType> = z.infer<S> extends readonly (infer T)[] ? T : never;
type In<S extends z.ZodType, K extends keyof z.infer<S>> = z.infer<S>[K] extends readonly (infer T)[]
  ? T
  : never;

export function toLadder(raw: z.infer<typeof schema.ladderFile>): model.Ladder {
  return {
    rungs: raw.rungs,
    rest: raw.rest,
    decayDays: raw['decay-days'],
    pairs: raw.pairs,
    entries: raw.entries.map((item) => ({
      ...toEntry(item),
      rung: item.rung,
      move: toPattern(item.move),
      holdsDays: item['holds-days'],
      lowers: item.lowers,
      ...present({ pairs: item.pairs }),
    })),
  };
}

export function toClause(raw: Item<typeof schema.clausesFile>): model.Clause {
  return {
    ...toEntry(raw),
    instrument: raw.instrument,
    paragraph: raw.paragraph,
    issuer: raw.issuer,
    kind: raw.kind,
    says: raw.says,
    binds: raw.binds,
    from: raw.from,
    ...present({ until: raw.until, supersededBy: raw['superseded-by'] }),
    prohibits: raw.prohibits.map(toPattern),
    disputes: raw.disputes.map(toPattern),
    relates: raw.relates.map(toPattern),
    triggers: raw.triggers.map(toPattern),
    exempts: raw.exempts.map(toPattern),
    quantities: raw.quantities,
  };
}

export const toChannel = (raw: Item<typeof schema.channelsFile>): model.ChannelEntry => ({
  ...toEntry(raw),
  name: raw.name,
  sides: raw.sides,
  kind: raw.kind,
  moves: raw.moves.map(({ state, move }) => ({ state, move: toPattern(move) })),
  contact: raw.contact.map(toPattern),
});

export const toExercise = (raw: Item<typeof schema.postureFile>): model.ExerciseEntry => ({
  ...toEntry(raw),
  name: raw.name,
  sides: raw.sides,
  against: raw.against,
  classes: raw.classes,
  months: raw.months,
});

export const toProgramme = (raw: In<typeof schema.programmesFile, 'programmes'>): model.ProgrammeEntry => ({
  ...toEntry(raw),
  name: raw.name,
  owner: raw.owner,
  classes: raw.classes,
  notClasses: raw['not-classes'],
});

export const toMoratorium = (raw: In<typeof schema.programmesFile, 'moratoria'>): model.MoratoriumEntry => ({
  ...toEntry(raw),
  name: raw.name,
  holder: raw.holder,
  declared: toPattern(raw.declared),
  covers: toPattern(raw.covers),
  ends: raw.ends.map(toPattern),
});

const toTerm = (raw: Item<typeof agreements.bargainsFile>['terms'][number]): model.BargainTerm => ({
  id: raw.id,
  says: raw.says,
  by: raw.by,
  gift: raw.gift,
  ...present({ to: raw.to, met: maybeTest(raw.met), broken: maybeTest(raw.broken) }),
});

export const toBargain = (raw: Item<typeof agreements.bargainsFile>): model.BargainEntry => ({
  ...toEntry(raw),
  name: raw.name,
  form: raw.form,
  holder: raw.holder,
  connective: raw.connective,
  evidentiality: raw.evidentiality,
  from: raw.from,
  terms: raw.terms.map(toTerm),
  ...present({
    partner: raw.partner,
    until: raw.until,
    trigger: maybeTest(raw.trigger),
    failed: maybeTest(raw.failed),
    met: maybeTest(raw.met),
    lapsed: maybeTest(raw.lapsed),
    broken: maybeTest(raw.broken),
    told: toRecogniser(raw.told),
  }),
});

export const toLever = (raw: Item<typeof agreements.leversFile>): model.LeverEntry => ({
  ...toEntry(raw),
  name: raw.name,
  holder: raw.holder,
  classes: raw.classes,
  costs: raw.costs,
  presupposes: raw.presupposes,
  used: raw.used.map(toPattern),
});

export const toProcess = (raw: Item<typeof agreements.processesFile>): model.ProcessEntry => ({
  ...toEntry(raw),
  name: raw.name,
  owner: raw.owner,
  begun: raw.begun.map(toPattern),
  completed: raw.completed.map(toPattern),
  ...present({ dueAfterDays: raw['due-after-days'], told: toRecogniser(raw.told) }),
});

export const toRelation = (raw: In<typeof agreements.relationsFile, 'relations'>): model.RelationEntry => ({
  ...toEntry(raw),
  sides: raw.sides,
  relation: raw.relation,
  from: raw.from,
  says: raw.says,
  ...present({ until: raw.until }),
});

export const toThirdParty = (
  raw: In<typeof agreements.relationsFile, 'third-parties'>,
): model.ThirdParty => ({
  ...toEntry(raw),
  holder: raw.holder,
  over: raw.over,
  seeker: raw.seeker,
  says: raw.says,
  ...present({ told: toRecogniser(raw.told) }),
});

export const toTrack = (raw: In<typeof agreements.relationsFile, 'tracks'>): model.TrackEntry => ({
  ...toEntry(raw),
  name: raw.name,
  sides: raw.sides,
  ...present({ broker: raw.broker, told: toRecogniser(raw.told) }),
});

export const toHypothesis = (
  raw: In<typeof agreements.hypothesesFile, 'hypotheses'>,
): model.HypothesisEntry => ({
  ...toEntry(raw),
  name: raw.name,
  about: raw.about,
  says: raw.says,
  told: raw.told,
});

export const toTopic = (raw: In<typeof agreements.hypothesesFile, 'topics'>): model.TopicEntry => ({
  ...toEntry(raw),
  name: raw.name,
  part: raw.part,
  told: raw.told,
});

export const toOutlook = (raw: Item<typeof agreements.outlooksFile>): model.OutlookEntry => ({
  ...toEntry(raw),
  name: raw.name,
  saidOn: raw['said-on'],
  due: raw.due,
  ...present({
    yes: maybeTest(raw.yes),
    no: maybeTest(raw.no),
    partly: maybeTest(raw.partly),
    told: toRecogniser(raw.told),
  }),
});

export const toFact = (raw: Item<typeof agreements.chronicleFile>): model.ChronicleFact => ({
  id: raw.id,
  on: raw.on,
  says: raw.says,
  source: raw.source,
  checked: raw.checked,
  answers: raw.answers,
  tags: raw.tags,
  ...present({
    until: raw.until,
    knownFrom: raw['known-from'],
    place: raw.place,
    told: toRecogniser(raw.told),
    move: toGivenMove(raw),
  }),
});
