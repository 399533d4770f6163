import { productModule } from './product-code.ts';

/** The part of WebAssembly's interface that the kernel needs; Node's type files leave it to the browser's. */
declare const WebAssembly: {
  readonly Memory: new (descriptor: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
};

/** A stretch of floats in the kernel's memory: `at` is its byte address, `data` the view. */
export interface Floats {
  readonly at: number;
  readonly data: Float32Array;
}

/** Matrix product: C[rows × columns] = or += A[rows × inner] · B[inner × columns], row-major, strides in floats. */
export interface Product {
  readonly a: number;
  readonly rowStride: number;
  readonly innerStride: number;
  readonly b: number;
  readonly bStride: number;
  readonly c: number;
  readonly cStride: number;
  readonly rows: number;
  readonly columns: number;
  readonly inner: number;
  readonly add: boolean;
}

const PAGE = 65536;

type Run = (...numbers: readonly number[]) => void;
const isRun = (value: unknown): value is Run => typeof value === 'function';

/**
 * Float matrices in one WebAssembly memory, with a product that computes 4 × 8 results at a time in 128-bit lanes.
 * No fused multiply-add and a fixed order of sums: the same bits on every machine. Columns come in multiples of 8.
 */
export class Kernel {
  private readonly buffer: ArrayBuffer;
  private readonly run: Run;
  private used = 16;

  /** Makes room for `floats` numbers in all. */
  constructor(floats: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((floats * 4 + PAGE) / PAGE) });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(productModule()), { env: { memory } });
    const run = instance.exports['run'];
    if (!isRun(run)) throw new Error('The matrix kernel did not compile.');
    this.buffer = memory.buffer;
    this.run = run;
  }

  /** Takes `length` zeroed floats that are never given back. */
  take(length: number): Floats {
    const at = this.used;
    this.used += Math.ceil(length / 4) * 16;
    return { at, data: new Float32Array(this.buffer, at, length) };
  }

  multiply(p: Product): void {
    this.run(
      p.a,
      p.rowStride * 4,
      p.innerStride * 4,
      p.b,
      p.bStride * 4,
      p.c,
      p.cStride * 4,
      p.rows,
      p.columns * 4,
      p.inner,
      p.add ? 1 : 0,
    );
  }
}
