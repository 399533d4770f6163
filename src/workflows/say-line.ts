import type { Part, Situation } from '../model/situation.ts';
import {
  sayAttribution, sayBargain, sayChannel, sayConsultation, sayLadder, sayLegal, sayLever, sayMoratorium, sayOutlook,
  sayPause, sayPosture, sayProcess, sayProgramme, saySanction, toSaying,
} from '../stages/brief/say-lines.ts'; // prettier-ignore
import type { Names } from '../stages/brief/words.ts';
import { capitalised, plain, sayActors, sayDay } from '../stages/brief/words.ts';

interface Identified {
  readonly id: string;
}

/** Every line of a situation in words, by line id; made when first asked for. */
export function sayLines(situation: Situation, names: Names): (part: Part, id: string) => string | undefined {
  const saying = toSaying(situation, names);
  const said = <L extends Identified>(lines: readonly L[], say: (line: L) => string) => (id: string): string | undefined => {
    const line = lines.find((one) => one.id === id);
    return line === undefined ? undefined : say(line);
  }; // prettier-ignore
  const s = situation;
  const byPart: Readonly<Record<Part, (id: string) => string | undefined>> = {
    ladder: said(s.ladder, (line) => sayLadder(line, saying)),
    sanctions: said(s.sanctions, (line) => saySanction(line, saying)),
    measures: said(s.measures, ({ clause, from }) => `${names.entry(clause)}: in force from ${sayDay(from)}`),
    legal: said(s.legal, (line) => sayLegal(line, saying)),
    channels: said(s.channels, (line) => sayChannel(line, saying)),
    consultations: said(s.consultations, (line) => sayConsultation(line, saying)),
    leverage: said(s.leverage, ({ holder, over }) => `${names.actor(holder)} could weigh on ${names.actor(over)}`),
    posture: said(s.posture, (line) => sayPosture(line, saying)),
    programmes: said(s.programmes, (line) => sayProgramme(line, saying)),
    moratoria: said(s.moratoria, (line) => sayMoratorium(line, saying)),
    pauses: said(s.pauses, (line) => sayPause(line, saying)),
    processes: said(s.processes, (line) => sayProcess(line, saying)),
    bargains: said(s.bargains, (line) => sayBargain(line, saying)),
    attributions: said(s.attributions, (line) => sayAttribution(line, saying)),
    externalities: said(s.externalities, ({ topic, saidBy }) => `${sayActors(saidBy, names, 'A report')} on ${names.entry(topic)}`),
    tracks: said(s.tracks, ({ track, temper }) => `${names.entry(track)}: ${plain(temper)}`),
    trackSaid: said(s.trackSaid, ({ topic, saidBy }) => `${sayActors(saidBy, names, 'A report')} on ${names.entry(topic)}`),
    aims: said(s.aims, ({ holder, basis }) => `An aim of ${sayActors(holder, names)}, ${basis}`),
    information: said(s.information, ({ copies, claims }) => `A report with ${claims} claims and ${copies} copies`),
    cycles: said(s.cycles, ({ from, until }) => `Like ${sayDay(from)} to ${sayDay(until)}`),
    outlooks: said(s.outlooks, (line) => sayOutlook(line, saying)),
    levers: said(s.levers, (line) => sayLever(line, saying)),
  }; // prettier-ignore
  return (part, id) => {
    const words = byPart[part](id);
    return words === undefined ? undefined : capitalised(words);
  };
}
