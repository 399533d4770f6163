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

/** A stretch of 16-bit integers likewise. */
export interface Shorts {
  readonly at: number;
  readonly data: Int16Array;
}

/** Product of A[rows × inner] with B, whose rows lie two by two: [inner / 2][columns][2]. `inner` is even. */
export interface ShortProduct {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly rows: number;
  readonly columns: number;
  readonly inner: number;
  readonly factor: number;
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

/** A compiled module's function: addresses, steps and counts. */
export type Run = (...numbers: readonly number[]) => void;
const isRun = (value: unknown): value is Run => typeof value === 'function';

/**
 * Float matrices in one WebAssembly memory, with a product that computes 4 × 8 results at a time in 128-bit lanes.
 * No fused multiply-add and a fixed order of sums: the same bits on every machine. Columns come in multiples of 8.
 */
export class Kernel {
  private readonly memory: { readonly buffer: ArrayBuffer };
  private readonly all: Float32Array;
  private readonly run: Run;
  private readonly runShorts: Run;
  private used = 16;

  /** Makes room for `floats` numbers in all. */
  constructor(floats: number) {
    this.memory = new WebAssembly.Memory({ initial: Math.ceil((floats * 4 + PAGE) / PAGE) });
    this.all = new Float32Array(this.memory.buffer);
    this.run = this.compile(productModule('floats'));
    this.runShorts = this.compile(productModule('shorts'));
  }

  /** The `run` of a module, put together by `moduleOf`, over this memory. */
  compile(module: Uint8Array): Run {
    const env = { memory: this.memory };
    const instance = new WebAssembly.Instance(new WebAssembly.Module(module), { env });
    const run = instance.exports['run'];
    if (!isRun(run)) throw new Error('The matrix kernel did not compile.');
    return run;
  }

  /** Takes `length` zeroed floats that are never given back. */
  take(length: number): Floats {
    const at = this.used;
    this.used += Math.ceil(length / 4) * 16;
    return { at, data: new Float32Array(this.memory.buffer, at, length) };
  }

  /** Takes `length` zeroed 16-bit integers. */
  takeShorts(length: number): Shorts {
    const at = this.used;
    this.used += Math.ceil(length / 8) * 16;
    return { at, data: new Int16Array(this.memory.buffer, at, length) };
  }

  /** Copies so many floats from one address to another. */
  copy(from: number, to: number, floats: number): void {
    this.all.copyWithin(to >> 2, from >> 2, (from >> 2) + floats);
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

  /** As `multiply`, of 16-bit integers summed in 32 bits; `factor` is the address of the float that scales the sums. */
  multiplyShorts(p: ShortProduct): void {
    const { a, b, c, rows, columns, inner, factor } = p;
    this.runShorts(a, inner * 2, 4, b, columns * 4, c, columns * 4, rows, columns * 4, inner / 2, factor);
  }
}
