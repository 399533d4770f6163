import { toMarker } from '../src/playbook/marker.ts';
import type { Marker } from '../src/playbook/marker.ts';
import { loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { Course, placesOf } from './course.ts';
import type { CourseSettings, EpochLoss } from './course.ts';
import { learnLemmas } from './learn-lemmas.ts';
import { identityCurve, measureCalibration } from './measure-calibration.ts';
import type { Curves } from './measure-calibration.ts';
import { packLearnt } from './pack-network.ts';
import type { Sentence } from './read-conllu.ts';

/** Sentences by what they are for. */
export interface Material {
  readonly treebanks: readonly Sentence[];
  /** Our own sentences: join the lessons when a round says so. */
  readonly own: () => readonly Sentence[];
  /** To calibrate on. */
  readonly dev: () => readonly Sentence[];
}

export interface TrainingSettings extends CourseSettings {
  /** How often an epoch that learns our own sentences meets each. */
  readonly ownTimes: number;
}

export interface Watcher {
  readonly onShare?: (epoch: number, share: number) => void;
  readonly onEpoch?: (epoch: number, loss: EpochLoss) => void;
  /** File in which the run is kept after each epoch, and from which it goes on. */
  readonly checkpoint?: string;
}

const markerOf = (bytes: Uint8Array): Marker => {
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return toMarker(shared);
};

const packCourse = (course: Course, sentences: readonly Sentence[], curves: Curves): Uint8Array =>
  packLearnt({
    network: course.learner.network,
    tags: course.tags,
    words: course.vocabulary.table,
    vectors: course.vectors.table,
    lemmas: learnLemmas(sentences),
    ...curves,
  });

/** Trains a marker and gives its bytes: the same for the same material and settings, resumed or not. */
export const trainMarker = (
  material: Material,
  settings: TrainingSettings,
  watcher: Watcher = {},
): Uint8Array => {
  const course = new Course(material.treebanks, settings);
  const lessons = course.lessonsOf(material.treebanks);
  const done = watcher.checkpoint === undefined ? 0 : loadCheckpoint(watcher.checkpoint, course);
  for (const place of placesOf(settings.rounds).slice(done)) {
    const { epoch, round, inRound } = place;
    const own = inRound >= round.ownFrom ? course.lessonsOf(material.own()) : [];
    const all = [...lessons, ...Array.from({ length: settings.ownTimes }, () => own).flat()];
    const loss = course.runEpoch(place, all, (share) => watcher.onShare?.(epoch, share));
    if (watcher.checkpoint !== undefined) saveCheckpoint(watcher.checkpoint, course, epoch + 1);
    watcher.onEpoch?.(epoch, loss);
  }
  const sentences = [...material.treebanks, ...material.own()];
  const raw = packCourse(course, sentences, { tagCurve: identityCurve(), arcCurve: identityCurve() });
  return packCourse(course, sentences, measureCalibration(markerOf(raw), material.dev()));
};
