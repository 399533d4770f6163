import type { NameNode, Sense } from '../model/actor.ts';
import { foldName } from '../model/fold-name.ts';

interface Growing {
  readonly next: Map<string, Growing>;
  readonly senses: Sense[];
  isAcronym: boolean;
}

const ACRONYM = /^[A-Z0-9][A-Z0-9.&+-]{1,5}$/u;
const SURE_LENGTH = 4;

/** Capitals only, and so short that in small letters it would be another word. */
const isShortAcronym = (name: string): boolean =>
  ACRONYM.test(name) && name.replace(/[^A-Z]/gu, '').length < SURE_LENGTH;

const isSame = (a: Sense, b: Sense): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Grows a tree of names; `spellings` are taken as one. */
export class NameTree {
  readonly #root: Growing = { next: new Map(), senses: [], isAcronym: false };
  readonly #spellings: ReadonlyMap<string, string>;

  constructor(spellings: ReadonlyMap<string, string>) {
    this.#spellings = spellings;
  }

  add(name: string, sense: Sense): void {
    let node = this.#root;
    for (const folded of foldName(name)) {
      const word = this.#spellings.get(folded) ?? folded;
      let next = node.next.get(word);
      if (next === undefined) {
        next = { next: new Map(), senses: [], isAcronym: false };
        node.next.set(word, next);
      }
      node = next;
    }
    if (node === this.#root) return;
    if (node.senses.length === 0) node.isAcronym = isShortAcronym(name);
    else if (!isShortAcronym(name)) node.isAcronym = false;
    if (!node.senses.some((known) => isSame(known, sense))) node.senses.push(sense);
  }

  get root(): NameNode {
    return this.#root;
  }
}
