import type { Marker, Table } from '../../playbook/marker.ts';
import { firstLayerFloats } from './first-layer.ts';
import type { Network, Sizes } from './network.ts';
import { ShortNetwork } from './short-network.ts';

export const tableOf = (marker: Marker, name: string): Table => {
  const table = marker.tables.get(name);
  if (table === undefined) throw new Error(`The marker has no table named ${name}.`);
  return table;
};

export const intsOf = (marker: Marker, name: string): Int32Array => {
  const table = tableOf(marker, name);
  if (!(table instanceof Int32Array))
    throw new Error(`The marker's table ${name} is not of 32-bit integers.`);
  return table;
};

export const bytesOf = (marker: Marker, name: string): Int8Array => {
  const table = tableOf(marker, name);
  if (!(table instanceof Int8Array)) throw new Error(`The marker's table ${name} is not of bytes.`);
  return table;
};

export const shortsOf = (marker: Marker, name: string): Uint16Array => {
  const table = tableOf(marker, name);
  if (!(table instanceof Uint16Array))
    throw new Error(`The marker's table ${name} is not of 16-bit integers.`);
  return table;
};

export const floatsOf = (marker: Marker, name: string): Float32Array => {
  const table = tableOf(marker, name);
  if (!(table instanceof Float32Array)) throw new Error(`The marker's table ${name} is not of floats.`);
  return table;
};

export const listOf = (marker: Marker, name: string): readonly string[] => {
  const list = marker.lists.get(name);
  if (list === undefined) throw new Error(`The marker has no list named ${name}.`);
  return list;
};

const numberOf = (marker: Marker, name: string): number => {
  const number = marker.numbers.get(name);
  if (number === undefined) throw new Error(`The marker has no number named ${name}.`);
  return number;
};

export const sizesOf = (marker: Marker): Sizes => ({
  hidden: numberOf(marker, 'hidden'),
  layers: numberOf(marker, 'layers'),
  tagLayer: numberOf(marker, 'tagLayer'),
  tag: numberOf(marker, 'tag'),
  tags: listOf(marker, 'tags').length,
  decoder: numberOf(marker, 'decoder'),
  label: numberOf(marker, 'label'),
  labels: numberOf(marker, 'labels'),
});

/** Builds a network with the marker's weights, which are stored as 16-bit integers with one scale for each table. */
export const networkOf = (marker: Marker, room: number): Network => {
  const sizes = sizesOf(marker);
  const network = new ShortNetwork(sizes, room, firstLayerFloats(sizes.hidden));
  for (const [name, weight] of network.weights) {
    const stored = tableOf(marker, `net.${name}`);
    const scale = numberOf(marker, `scale.${name}`);
    for (let at = 0; at < stored.length; at++) weight.data[at] = stored[at] * scale;
  }
  network.shorten();
  return network;
};
