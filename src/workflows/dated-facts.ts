import type { Playbook } from '../model/playbook.ts';
import type { DatedFact } from '../stages/extract/times/published.ts';
import { toDatedFact } from '../stages/extract/times/to-dated-fact.ts';

/** The chronicle as what a report's relative dates may meet. */
export const toDatedFacts = ({ chronicle }: Playbook): readonly DatedFact[] => chronicle.map(toDatedFact);
