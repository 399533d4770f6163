import type { MoveFrame } from '../../../model/lexicon-moves.ts';

/** A frame found at a token, with the tokens that fill its places. */
export interface FrameMatch {
  readonly frame: MoveFrame;
  readonly token: number;
  readonly kind: 'verb' | 'noun' | 'adjective';
  /** Words of the trigger besides the head ("up" of "blew up"). */
  readonly others: readonly number[];
  /** Word that met the frame's `object`. */
  readonly object?: number;
  readonly subject?: number;
  readonly undergoer?: number;
  /** Verb that carries a deverbal noun: "carried out" of "carried out a test". */
  readonly light?: number;
  readonly score: number;
}
