import { Chance } from './chance.ts';
import { Learner } from './learner.ts';
import { ActionLoss, labelLoss, tagLoss } from './losses.ts';
import { goldTree } from './oracle.ts';
import type { GoldTree } from './oracle.ts';
import type { Sentence } from './read-conllu.ts';
import { Vectors } from './vectors.ts';
import { buildVocabulary, rowsOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';
import { DEPREL, UPOS, XPOS } from '../src/model/marks.ts';
import { FEATURE_KINDS } from '../src/stages/mark/word-rows.ts';

/** A stretch of epochs over which the step length falls from its first value to nothing. */
export interface Round {
  readonly epochs: number;
  /** First step length of Adam. */
  readonly rate: number;
  /** First step length of Adagrad for the word vectors. */
  readonly vectorRate: number;
  readonly dropout: number;
  /** Epoch of the round, from 0, from which our own sentences are learnt as well. */
  readonly ownFrom: number;
}

/** Everything that decides what a training run makes, the sentences aside. */
export interface CourseSettings {
  readonly seed: number;
  readonly rounds: readonly Round[];
  /** Tokens in a batch. */
  readonly batch: number;
  /** From the second epoch on: how often the parser's own choice is followed, drawn from its softmax. */
  readonly explore: number;
  readonly hidden: number;
  readonly layers: number;
  readonly decoder: number;
  readonly label: number;
}

/** A sentence made ready for learning. */
export interface Lesson {
  readonly length: number;
  readonly rows: Int32Array;
  readonly tags: readonly number[];
  readonly tree: GoldTree;
  readonly label: readonly number[];
}

/** Where in a run an epoch lies. */
export interface EpochPlace {
  readonly epoch: number;
  readonly round: Round;
  readonly inRound: number;
}

/** Epochs of all rounds, in order. */
export const placesOf = (rounds: readonly Round[]): readonly EpochPlace[] =>
  rounds
    .flatMap((round) => Array.from({ length: round.epochs }, (_, inRound) => ({ round, inRound })))
    .map((place, epoch) => ({ ...place, epoch }));

/** Mean losses per token of one epoch. */
export interface EpochLoss {
  readonly tag: number;
  readonly label: number;
  readonly action: number;
}

const LARGEST_BATCH = 1024;
const WARM_UP = 200;
const CLIP = 2;
const TAG_UNITS = 64;

const tagName = (sentence: Sentence, token: number): string =>
  `${UPOS[sentence.upos[token]]} ${XPOS[sentence.xpos[token]]}`;

/** Tags of all sentences in order of first use. */
const tagNames = (sentences: readonly Sentence[]): readonly string[] => [
  ...new Set(sentences.flatMap((sentence) => sentence.form.map((_, token) => tagName(sentence, token)))),
];

const inBatches = (lessons: readonly Lesson[], size: number): readonly (readonly Lesson[])[] => {
  const batches: Lesson[][] = [];
  let tokens = Infinity;
  for (const lesson of lessons) {
    if (tokens + lesson.length > size) {
      batches.push([]);
      tokens = 0;
    }
    batches[batches.length - 1].push(lesson);
    tokens += lesson.length;
  }
  return batches;
};

/** One training run: the network, its word vectors and where it stands. */
export class Course {
  readonly settings: CourseSettings;
  readonly chance: Chance;
  readonly learner: Learner;
  readonly vectors: Vectors;
  readonly vocabulary: Vocabulary;
  readonly tags: readonly string[];
  private readonly actions: ActionLoss;
  /** Step at which the current round began. */
  roundStart = 0;
  private readonly stepsPerEpoch: number;

  /** `sentences`: the treebanks' training parts, from which vocabulary and tags are taken. */
  constructor(sentences: readonly Sentence[], settings: CourseSettings) {
    this.settings = settings;
    this.chance = new Chance(settings.seed);
    this.vocabulary = buildVocabulary(sentences.flatMap(({ form }) => form));
    this.tags = tagNames(sentences);
    const { hidden, layers, decoder, label } = settings;
    const sizes = {
      hidden,
      layers,
      decoder,
      label,
      tagLayer: Math.min(1, layers - 1),
      tag: TAG_UNITS,
      tags: this.tags.length,
      labels: DEPREL.length,
    };
    this.learner = new Learner(sizes, LARGEST_BATCH);
    this.learner.initialize(this.chance);
    this.vectors = new Vectors(this.vocabulary, hidden, this.chance);
    this.actions = new ActionLoss(this.learner);
    this.stepsPerEpoch = sentences.reduce((sum, { form }) => sum + form.length, 0) / settings.batch;
  }

  lessonsOf(sentences: readonly Sentence[]): readonly Lesson[] {
    const numbers = new Map(this.tags.map((tag, at) => [tag, at]));
    return sentences.map((sentence) => ({
      length: sentence.form.length,
      rows: rowsOf(this.vocabulary, sentence.form),
      tags: sentence.form.map((_, token) => numbers.get(tagName(sentence, token)) ?? 0),
      tree: goldTree(sentence.head),
      label: sentence.deprel,
    }));
  }

  /** Goes once through all lessons, in an order drawn by chance; the very first epoch does not explore. */
  runEpoch(at: EpochPlace, lessons: readonly Lesson[], progress: (share: number) => void): EpochLoss {
    if (at.inRound === 0) this.roundStart = this.learner.step;
    const explore = at.epoch === 0 ? 0 : this.settings.explore;
    const loss = { tag: 0, label: 0, action: 0 };
    let tokens = 0;
    const batches = inBatches(this.chance.shuffled(lessons), this.settings.batch);
    batches.forEach((batch, done) => {
      tokens += this.learn(batch, { round: at.round, explore }, loss);
      if (done % 50 === 49) progress((done + 1) / batches.length);
    });
    return { tag: loss.tag / tokens, label: loss.label / tokens, action: loss.action / tokens };
  }

  private learn(
    batch: readonly Lesson[],
    how: { round: Round; explore: number },
    loss: { tag: number; label: number; action: number },
  ): number {
    const { learner, vectors, chance } = this;
    const { round, explore } = how;
    const starts = [0];
    for (const { length } of batch) starts.push(starts[starts.length - 1] + length);
    const count = starts[batch.length];
    const all = new Int32Array(count * FEATURE_KINDS);
    batch.forEach(({ rows }, at) => {
      all.set(rows, starts[at] * FEATURE_KINDS);
    });
    const rows = vectors.hide(all, chance);
    vectors.fill(rows, learner.network.values[0].data);
    learner.clear(count);
    learner.encode(starts, chance, round.dropout);
    loss.tag += tagLoss(learner, Int32Array.from(batch.flatMap(({ tags }) => tags)), count);
    learner.network.projectForParser(count);
    const exercises = batch.map((lesson, at) => ({ ...lesson, base: starts[at] }));
    loss.label += labelLoss(learner, exercises, count);
    for (const exercise of exercises) loss.action += this.actions.run(exercise, chance, explore);
    learner.backward(starts);
    const step = learner.step - this.roundStart;
    const left =
      Math.min(1, (step + 1) / WARM_UP) * Math.max(0.01, 1 - step / (this.stepsPerEpoch * round.epochs));
    const scale = learner.update(round.rate * left, CLIP, count);
    vectors.learn(rows, learner.valueGradients[0].data, round.vectorRate * left, scale);
    return count;
  }
}
