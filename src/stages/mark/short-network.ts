import { Network } from './network.ts';
import type { Sizes } from './network.ts';
import type { Floats, Run, Shorts } from './kernel.ts';
import { shortenModule } from './row-code.ts';

/** Products of layers whose input has a mean square of one: their numbers fit 16 bits whatever the text. */
const isEven = (name: string): boolean =>
  /^w\d+$/u.test(name) || name === 'slot' || name === 'labelIn' || name === 'tagIn';

const WIDEST = 192;
/** An even row of up to 192 numbers has none beyond 13.9, so that times 2,048 it fits 16 bits. */
const VALUE_SCALE = 2048;
/** The largest weight. By Cauchy's inequality no sum of 192 products then leaves 32 bits: 13.9² · 2048 · 4095 < 2³¹. */
const WEIGHT_MOST = 4095;

/** A matrix in 16 bits, its rows two by two, and the factor that brings products back. */
interface ShortMatrix {
  readonly values: Shorts;
  readonly factor: Floats;
  readonly columns: number;
}

/** A network for use only: the large products are of 16-bit integers, twice as fast as of floats. */
export class ShortNetwork extends Network {
  private readonly matrices = new Map<string, ShortMatrix>();
  private readonly input: Shorts;
  private readonly toShorts: Run;

  /** `extra` as for any network. */
  constructor(sizes: Sizes, room: number, extra: number) {
    const weights = 30 * sizes.hidden * sizes.hidden * (sizes.layers + 2) + 16 * sizes.hidden * sizes.decoder;
    if (2 * sizes.hidden > WIDEST) throw new Error('Layers this wide would not fit 16-bit products.');
    super(sizes, room, weights + sizes.hidden * room + extra + 4096);
    this.input = this.kernel.takeShorts(2 * sizes.hidden * room);
    this.toShorts = this.kernel.compile(shortenModule(VALUE_SCALE));
  }

  /** Lays the float weights, now in place, out as 16-bit integers. */
  shorten(): void {
    const { hidden } = this.sizes;
    for (const [name, { data }] of this.weights) {
      if (!isEven(name)) continue;
      const inner = name === 'w0' ? hidden : 2 * hidden;
      const columns = data.length / inner;
      const most = data.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-9);
      const values = this.kernel.takeShorts(data.length);
      for (let row = 0; row < inner; row++) {
        for (let column = 0; column < columns; column++) {
          const to = ((row >> 1) * columns + column) * 2 + (row & 1);
          values.data[to] = Math.round((data[row * columns + column] / most) * WEIGHT_MOST);
        }
      }
      const factor = this.kernel.take(1);
      factor.data[0] = most / WEIGHT_MOST / VALUE_SCALE;
      this.matrices.set(name, { values, factor, columns });
    }
  }

  override project(from: Floats, name: string, to: Floats, rows: number, inner: number): void {
    const matrix = this.matrices.get(name);
    if (matrix === undefined) {
      super.project(from, name, to, rows, inner);
      return;
    }
    this.toShorts(from.at, this.input.at, rows * inner);
    const { values, factor, columns } = matrix;
    this.kernel.multiplyShorts({
      a: this.input.at, b: values.at, c: to.at, rows, columns, inner, factor: factor.at,
    }); // prettier-ignore
  }
}
