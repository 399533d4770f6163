import type { Act, MoveType, Status } from './move-type.ts';

/** Which moves an entry of a playbook speaks of. All parts given must hold; each list means "any of these". */
export interface MovePattern {
  readonly type?: readonly MoveType[];
  readonly mode?: readonly string[];
  readonly act?: readonly Act[];
  /** Without it: actual moves alone. */
  readonly status?: readonly Status[];
  /** Actor or side ids among the actors. */
  readonly by?: readonly string[];
  /** Actor or side ids among the targets. */
  readonly to?: readonly string[];
  /** At least two of these sides take part, as actors or targets, and nobody outside the list acts. */
  readonly among?: readonly string[];
  /** Object classes, or ancestors of them. */
  readonly class?: readonly string[];
  readonly notClass?: readonly string[];
  /** Tags, which only facts of a chronicle have. */
  readonly tag?: readonly string[];
}

interface Counted {
  readonly move: MovePattern;
  /** Only moves of this many days before the day asked about; without it, all before. */
  readonly withinDays?: number;
  readonly from?: string;
  readonly until?: string;
  /** Only moves later than the last move of this pattern. */
  readonly since?: MovePattern;
}

/** What must hold among the moves up to a day. */
export type Test =
  | (Counted & { readonly kind: 'some'; readonly atLeast: number })
  | (Counted & { readonly kind: 'none' })
  | { readonly kind: 'gap'; readonly move: MovePattern; readonly atLeastDays: number }
  | { readonly kind: 'order'; readonly moves: readonly MovePattern[]; readonly withinDays?: number }
  | { readonly kind: 'on-or-after'; readonly day: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Test[] }
  | { readonly kind: 'not'; readonly of: Test };
