import type { LinearWeights } from '../model/lexicon-speech.ts';
import type { Marker, Table } from './marker.ts';

/** A table of a file of weights. */
export function tableOf(marker: Marker, name: string): Table {
  const table = marker.tables.get(name);
  if (table === undefined) throw new Error(`The weights have no table "${name}".`);
  return table;
}

/** A number of a file of weights. */
export function numberOf(marker: Marker, name: string): number {
  const value = marker.numbers.get(name);
  if (value === undefined) throw new Error(`The weights lack the number "${name}".`);
  return value;
}

/** One linear model of a file of weights: its table, and the numbers `<name>.labels` and `<name>.scale`. */
export function weightsOf(marker: Marker, name: string): LinearWeights {
  const weights = tableOf(marker, name);
  if (!(weights instanceof Int8Array)) throw new Error(`The table "${name}" is not of the form wanted.`);
  const labels = numberOf(marker, `${name}.labels`);
  return { slots: weights.length / labels, labels, scale: numberOf(marker, `${name}.scale`), weights };
}
