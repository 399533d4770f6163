import { DEPREL, UPOS, XPOS } from '../../model/marks.ts';
import type { Marker } from '../../playbook/marker.ts';
import { toProbability } from './calibrate.ts';
import type { Network } from './network.ts';
import { FirstLayer } from './first-layer.ts';
import { newAnalysis, Parser } from './parse.ts';
import { Encoder } from './recur.ts';
import { bytesOf, floatsOf, intsOf, listOf, networkOf, shortsOf } from './weights.ts';
import { FEATURE_KINDS, featureKeys, findRow, WORD_KIND } from './word-rows.ts';

/** Most tokens that the network takes at a time; a longer sentence is analysed in pieces. */
export const ROOM = 512;

/** Where a batch's results go: the columns of the whole text. */
export interface Columns {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** Governor as a token of the whole text, -1 for the root. */
  readonly head: Int32Array;
  readonly deprel: Uint8Array;
  readonly tagProbability: Float32Array;
  readonly arcProbability: Float32Array;
}

/** One thread's work space for a marker: the network, and what its first layer makes of words already met. */
export class Engine {
  private readonly network: Network;
  private readonly firstLayer: FirstLayer;
  private readonly encoder: Encoder;
  private readonly parser: Parser;
  private readonly analysis = newAnalysis(ROOM);
  private readonly vectors: Int8Array;
  private readonly vectorScales: Float32Array;
  private readonly keys: Int32Array;
  private readonly rows: Uint16Array;
  private readonly uposOfTag: Uint8Array;
  private readonly xposOfTag: Uint8Array;
  private readonly tagCurve: Float32Array;
  private readonly arcCurve: Float32Array;

  constructor(marker: Marker) {
    this.network = networkOf(marker, ROOM);
    this.firstLayer = new FirstLayer(this.network, (form) => this.vectorOf(form));
    this.encoder = new Encoder(this.network);
    this.parser = new Parser(this.network, DEPREL.indexOf('root'));
    this.vectors = bytesOf(marker, 'vectors');
    this.vectorScales = floatsOf(marker, 'vectorScales');
    this.keys = intsOf(marker, 'wordKeys');
    this.rows = shortsOf(marker, 'wordRows');
    const tags = listOf(marker, 'tags').map((tag) => tag.split(' '));
    this.uposOfTag = Uint8Array.from(tags, ([upos]) => UPOS.findIndex((name) => name === upos));
    this.xposOfTag = Uint8Array.from(tags, ([, xpos]) => XPOS.findIndex((name) => name === xpos));
    this.tagCurve = floatsOf(marker, 'tagCurve');
    this.arcCurve = floatsOf(marker, 'arcCurve');
  }

  private vectorOf(form: string): Float32Array {
    const width = this.network.sizes.hidden;
    const sum = new Float32Array(width);
    const keys = featureKeys(form);
    for (let kind = 0; kind < FEATURE_KINDS; kind++) {
      const found = keys[kind] === 0 ? -1 : findRow(this.keys, this.rows, keys[kind]);
      const row = found < 0 && kind === WORD_KIND ? 0 : found;
      if (row < 0) continue;
      const scale = this.vectorScales[row];
      for (let unit = 0; unit < width; unit++) sum[unit] += this.vectors[row * width + unit] * scale;
    }
    return sum;
  }

  private read(forms: readonly string[], starts: readonly number[]): number {
    const base = starts[0];
    const count = starts[starts.length - 1] - base;
    this.firstLayer.fill(forms, base, count);
    this.encoder.encode(starts.map((start) => start - base));
    this.parser.tag(count, this.analysis);
    return count;
  }

  private writeTags(base: number, count: number, into: Columns): void {
    for (let token = 0; token < count; token++) {
      const tag = this.analysis.tag[token];
      into.upos[base + token] = this.uposOfTag[tag];
      into.xpos[base + token] = this.xposOfTag[tag];
      into.tagProbability[base + token] = toProbability(this.tagCurve, this.analysis.tagShare[token]);
    }
  }

  /** Tags the tokens of the sentences whose starts, and end, are given; at most `ROOM` of them. */
  tag(forms: readonly string[], starts: readonly number[], into: Columns): void {
    const count = this.read(forms, starts);
    this.writeTags(starts[0], count, into);
  }

  /** Tags and parses likewise. */
  parse(forms: readonly string[], starts: readonly number[], into: Columns): void {
    const count = this.read(forms, starts);
    const base = starts[0];
    this.writeTags(base, count, into);
    this.parser.parse(
      starts.map((start) => start - base),
      count,
      this.analysis,
    );
    for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
      const first = starts[sentence];
      const length = starts[sentence + 1] - first;
      for (let token = first; token < first + length; token++) {
        const head = this.analysis.head[token - base];
        into.head[token] = head === length ? -1 : first + head;
        into.deprel[token] = this.analysis.label[token - base];
        into.arcProbability[token] = toProbability(this.arcCurve, this.analysis.arcShare[token - base]);
      }
    }
  }
}
