import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type * as model from '../model/dynamics.ts';
import { matchesMove, traitsBy } from '../model/matches-move.ts';
import type { Playbook } from '../model/playbook.ts';
import { UserError } from '../model/user-error.ts';
import { dynamicsFile } from './dynamics-schema.ts';
import { loadYaml, placeInYaml } from './load-yaml.ts';
import { present, toEntry, toPattern } from './to-pattern.ts';
import { toExampleMove } from '../model/example-move.ts';

type Raw = z.infer<typeof dynamicsFile>;
type Path = readonly (string | number)[];
/** A name that must exist, with the place where it is used. */
type Reference = readonly [path: Path, kind: string, name: string];

const toDrive = (raw: Raw['common'][number]): model.Drive =>
  'excites' in raw
    ? { from: raw.from, onto: raw.excites, sign: 'excites' }
    : { from: raw.from, onto: raw.calms, sign: 'calms' };

function toStream(raw: Raw['streams'][number]): model.StreamEntry {
  const { type = 'mobilize', mode, act, by, to, class: classId, count, novelty, status, tags } = raw.example;
  const example: model.ExampleMove = present({
    type,
    by,
    to,
    status,
    tags,
    ...present({ mode, act, class: classId, count, novelty }),
  });
  return present({
    ...toEntry(raw),
    name: raw.name,
    by: raw.by,
    move: toPattern({ ...raw.move }),
    example,
    months: raw.months,
    recordFrom: raw['record-from'],
  });
}

const toRestraint = (raw: Raw['restraints'][number]): model.RestraintEntry => ({
  ...toEntry(raw),
  name: raw.name,
  holder: raw.holder,
  entry: raw.entry,
  begins: raw.begins,
  covers: raw.covers,
  ends: raw.ends,
  freedBy: raw['freed-by'],
  ...present({ holdsDays: raw['holds-days'] }),
});

const toResponse = (raw: Raw['responses'][number]): model.ResponseEntry => ({
  ...toEntry(raw),
  name: raw.name,
  when: raw.when,
  withinDays: raw['within-days'],
  record: raw.record.map(({ on, came, says, 'after-days': afterDays }) =>
    present({ on, came, says, afterDays }),
  ),
});

const toOutcome = (raw: Raw['outcomes'][number]): model.OutcomeEntry => ({
  ...toEntry(raw),
  name: raw.name,
  kind: raw.kind,
  streams: raw.streams,
  ...present({ pair: raw.pair, rung: raw.rung }),
});

function* driveNames(drives: Raw['common'], path: Path): Generator<Reference> {
  for (const [i, one] of drives.entries()) {
    for (const name of one.from) yield [[...path, i, 'from'], 'stream', name];
    if ('excites' in one) for (const name of one.excites) yield [[...path, i, 'excites'], 'stream', name];
    else for (const name of one.calms) yield [[...path, i, 'calms'], 'stream', name];
  }
}

function* ruleNames(raw: Raw): Generator<Reference> {
  for (const [i, one] of raw.restraints.entries()) {
    const at = ['restraints', i];
    yield [[...at, 'holder'], 'side', one.holder];
    yield [[...at, 'entry'], 'moratorium or bargain', one.entry];
    for (const key of ['begins', 'covers', 'ends', 'freed-by'] as const)
      for (const name of one[key]) yield [[...at, key], 'stream', name];
  }
  for (const [i, one] of raw.responses.entries()) {
    for (const name of one.when) yield [['responses', i, 'when'], 'stream', name];
    for (const [j, { came }] of one.record.entries())
      if (came !== undefined) yield [['responses', i, 'record', j, 'came'], 'stream', came];
  }
}

function* allNames(raw: Raw): Generator<Reference> {
  for (const [i, one] of raw.streams.entries()) yield [['streams', i, 'by'], 'side', one.by];
  yield* driveNames(raw.common, ['common']);
  for (const [i, one] of raw.hypotheses.entries()) {
    yield [['hypotheses', i, 'hypothesis'], 'hypothesis', one.hypothesis];
    yield* driveNames(one.drives, ['hypotheses', i, 'drives']);
  }
  yield* ruleNames(raw);
  for (const [i, one] of raw.outcomes.entries()) {
    for (const name of one.streams) yield [['outcomes', i, 'streams'], 'stream', name];
    if (one.pair !== undefined) yield [['outcomes', i, 'pair'], 'pair', one.pair];
    if (one.rung !== undefined) yield [['outcomes', i, 'rung'], 'rung', one.rung];
  }
}

const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);

function namesOf(raw: Raw, playbook: Playbook): Readonly<Record<string, ReadonlySet<string>>> {
  return {
    stream: new Set(idsOf(raw.streams)),
    side: new Set(playbook.sides),
    hypothesis: new Set(idsOf(playbook.hypotheses)),
    pair: new Set(idsOf(playbook.ladder.pairs)),
    rung: new Set(idsOf(playbook.ladder.rungs)),
    'moratorium or bargain': new Set(idsOf([...playbook.moratoria, ...playbook.bargains])),
  };
}

interface Trouble {
  readonly path: Path;
  readonly what: string;
  readonly hint: string;
}

function unknownName(raw: Raw, playbook: Playbook): Trouble | undefined {
  const names = namesOf(raw, playbook);
  for (const [path, kind, name] of allNames(raw)) {
    if (names[kind].has(name)) continue;
    const known = [...names[kind]].slice(0, 40).join(', ');
    return { path, what: `${kind} "${name}" does not exist`, hint: `There are: ${known}.` };
  }
  return undefined;
}

function usedTwice(raw: Raw): Trouble | undefined {
  const seen = new Set<string>();
  for (const part of ['streams', 'restraints', 'responses', 'outcomes'] as const) {
    for (const [i, { id }] of raw[part].entries()) {
      const hint = 'Give one of them another id.';
      if (seen.has(id)) return { path: [part, i, 'id'], what: `id "${id}" is used twice`, hint };
      seen.add(id);
    }
  }
  return undefined;
}

/** An example must be a move of its own stream, and of none before it. */
function strayExample(dynamics: model.Dynamics, playbook: Playbook): Trouble | undefined {
  const traits = traitsBy(playbook.classes);
  for (const [i, one] of dynamics.streams.entries()) {
    const move = toExampleMove(one, playbook.sides);
    const first = dynamics.streams.find((stream) => matchesMove(move, stream.move, traits));
    if (first === one) continue;
    const got = first === undefined ? 'fits no stream' : `belongs to stream "${first.id}"`;
    return {
      path: ['streams', i, 'example'],
      what: `the example of "${one.id}" ${got}`,
      hint: 'Mend the example or the move; a move belongs to the first stream it fits.',
    };
  }
  return undefined;
}

function badOutcome(raw: Raw): Trouble | undefined {
  for (const [i, one] of raw.outcomes.entries()) {
    const isRung = one.kind === 'rung';
    const whole = isRung ? one.pair !== undefined && one.rung !== undefined : one.streams.length > 0;
    const hint = isRung ? 'Name a pair and a rung of ladder.yml.' : 'Name one stream at least.';
    if (!whole) return { path: ['outcomes', i, 'kind'], what: `outcome "${one.id}" watches nothing`, hint };
  }
  return undefined;
}

function toDynamics(raw: Raw): model.Dynamics {
  return {
    streams: raw.streams.map(toStream),
    common: raw.common.map(toDrive),
    hypotheses: raw.hypotheses.map(({ hypothesis, drives, why, source }) => ({
      hypothesis,
      drives: drives.map(toDrive),
      why,
      ...present({ source }),
    })),
    restraints: raw.restraints.map(toRestraint),
    responses: raw.responses.map(toResponse),
    outcomes: raw.outcomes.map(toOutcome),
  };
}

/**
 * Loads `dynamics.yml` of a playbook's folder; undefined where there is none.
 * @throws UserError with file and line for an unknown key, a wrong value or a name that does not exist.
 */
export function loadDynamics(folder: string, playbook: Playbook): model.Dynamics | undefined {
  const file = join(folder, 'dynamics.yml');
  if (!existsSync(file)) return undefined;
  const raw = loadYaml(file, dynamicsFile);
  const dynamics = toDynamics(raw);
  const trouble =
    usedTwice(raw) ?? unknownName(raw, playbook) ?? badOutcome(raw) ?? strayExample(dynamics, playbook);
  if (trouble === undefined) return dynamics;
  const where = placeInYaml(readFileSync(file, 'utf8'), file, trouble.path);
  throw new UserError(trouble.what, { where, hint: trouble.hint });
}
