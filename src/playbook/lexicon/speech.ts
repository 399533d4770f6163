import { join } from 'node:path';
import { z } from 'zod';
import { SPEECH_ACTS, SPEECH_TERMS } from '../../model/lexicon-speech.ts';
import type {
  SpeechEntry, SpeechLexicon, SpeechTerms, StatementKnowledge, StatementModel,
} from '../../model/lexicon-speech.ts'; // prettier-ignore
import { dataFolder, modelsFolder } from '../data-folder.ts';
import { numberOf, tableOf, weightsOf } from '../linear-weights.ts';
import { loadMarker } from '../load-marker.ts';
import { loadYaml } from '../load-yaml.ts';
import type { Marker } from '../marker.ts';

const sentences = z.array(z.string().min(1)).min(1);

/** One entry of data/lexicon/speech.yml. */
const speechEntrySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z.-]+$/u),
  gives: z.enum([...SPEECH_ACTS, ...SPEECH_TERMS]),
  pos: z.enum(['verb', 'noun', 'adjective', 'phrase']),
  words: z.array(z.string().min(1)).min(1),
  why: z.string().min(1),
  source: z.string().optional(),
  hit: sentences,
  miss: sentences,
});

export const speechSchema = z.array(speechEntrySchema);

const isTerms = (gives: string): gives is SpeechTerms => SPEECH_TERMS.some((terms) => terms === gives);

/** Regular forms of a word, so that a lemma not known to the tagger is found all the same. */
function formsOf(word: string, pos: SpeechEntry['pos']): string[] {
  if (pos === 'noun') return [word, `${word}s`];
  if (pos !== 'verb') return [word];
  const stem = word.replace(/e$/u, '');
  const soft = word.replace(/y$/u, 'i');
  const doubled = `${word}${word.at(-1) ?? ''}`;
  return [
    word,
    `${word}s`,
    `${soft}es`,
    `${stem}ed`,
    `${soft}ed`,
    `${doubled}ed`,
    `${stem}ing`,
    `${doubled}ing`,
  ];
}

function byWord(entries: readonly SpeechEntry[], pos: SpeechEntry['pos']): Map<string, SpeechEntry> {
  const map = new Map<string, SpeechEntry>();
  for (const entry of entries) {
    if (entry.pos !== pos || isTerms(entry.gives)) continue;
    for (const word of entry.words) if (!map.has(word)) map.set(word, entry);
  }
  for (const [word, entry] of [...map]) {
    for (const form of formsOf(word, pos)) if (!map.has(form)) map.set(form, entry);
  }
  return map;
}

function phrasesOf(entries: readonly SpeechEntry[]): SpeechLexicon['phrases'] {
  const map = new Map<string, { words: readonly string[]; entry: SpeechEntry }[]>();
  for (const entry of entries) {
    if (entry.pos !== 'phrase') continue;
    for (const phrase of entry.words) {
      const words = phrase.split(' ');
      const list = map.get(words[0]) ?? [];
      list.push({ words, entry });
      map.set(words[0], list);
    }
  }
  return map;
}

function speakersOf(entries: readonly SpeechEntry[]): SpeechLexicon['speakers'] {
  const map = new Map<string, Set<SpeechTerms>>();
  for (const entry of entries) {
    if (!isTerms(entry.gives) || entry.pos === 'phrase') continue;
    for (const word of entry.words) {
      const terms = map.get(word) ?? new Set<SpeechTerms>();
      map.set(word, terms.add(entry.gives));
    }
  }
  return map;
}

/** Indexes speech entries by their words. */
const toSpeechLexicon = (entries: readonly SpeechEntry[]): SpeechLexicon => ({
  entries,
  verbs: byWord(entries, 'verb'),
  nouns: byWord(entries, 'noun'),
  adjectives: byWord(entries, 'adjective'),
  phrases: phrasesOf(entries),
  speakers: speakersOf(entries),
});

/** Reads and checks data/lexicon/speech.yml of a data folder. */
export const loadSpeechLexicon = (folder: string = dataFolder()): SpeechLexicon =>
  toSpeechLexicon(loadYaml(join(folder, 'lexicon', 'speech.yml'), speechSchema));

function toStatementModel(marker: Marker): StatementModel {
  const scores = tableOf(marker, 'calibration.score');
  const probabilities = tableOf(marker, 'calibration.probability');
  return {
    cue: weightsOf(marker, 'cue'),
    part: weightsOf(marker, 'part'),
    judge: weightsOf(marker, 'judge'),
    threshold: numberOf(marker, 'threshold'),
    standing: numberOf(marker, 'standing'),
    nested: numberOf(marker, 'nested'),
    calibration: Array.from(scores, (score, i): readonly [number, number] => [score, probabilities[i]]),
  };
}

/**
 * The lexicon of speech with the trained weights of the statement finder.
 * @throws UserError when a file is missing or broken.
 */
export const loadStatementKnowledge = (
  data: string = dataFolder(),
  models: string = modelsFolder(),
): StatementKnowledge => ({
  speech: loadSpeechLexicon(data),
  model: toStatementModel(loadMarker(join(models, 'statements', 'weights.bin'))),
});
