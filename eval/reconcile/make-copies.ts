import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { pick, shuffle } from '../../bench/seeded-random.ts';
import { readFile } from '../../src/stages/read/read.ts';

/** Own table of words that rewriters exchange. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    said: 'stated', says: 'declares', told: 'informed', launched: 'fired', fired: 'launched', missiles: 'projectiles', missile: 'projectile',
    talks: 'negotiations', meeting: 'gathering', met: 'gathered', warned: 'cautioned', threat: 'danger', threatened: 'menaced', big: 'large',
    new: 'fresh', officials: 'functionaries', official: 'functionary', government: 'administration', leader: 'chief', minister: 'secretary',
    country: 'nation', countries: 'nations', military: 'armed', forces: 'troops', army: 'troops', exercise: 'drill', exercises: 'drills', demanded: 'called for',
    rejected: 'turned down', refused: 'declined', accused: 'charged', agreed: 'consented', announced: 'made known', imposed: 'put in place',
    weapons: 'arms', weapon: 'arm', test: 'trial', tests: 'trials', tested: 'tried out', area: 'region', region: 'area', attack: 'assault',
    border: 'frontier', help: 'aid', aid: 'help', end: 'finish', ended: 'finished', began: 'started', start: 'begin', week: 'seven days', sea: 'waters',
    pressure: 'strain', direct: 'straight', senior: 'high-ranking', statement: 'communiqué', report: 'account', reports: 'accounts', also: 'as well',
    because: 'since', but: 'yet', while: 'whereas', before: 'prior to', after: 'following', about: 'some', would: 'was to', must: 'has to', will: 'is going to',
    visit: 'trip', trip: 'journey', plan: 'scheme', plans: 'schemes', peace: 'calm', security: 'safety', serious: 'grave', deep: 'profound', ready: 'prepared',
  }),
); // prettier-ignore

/** Sentences that our own lexicons give as examples. */
function loadOwnSentences(): readonly string[] {
  const folder = 'data/lexicon';
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort();
  const entries = files.flatMap((name): unknown[] => {
    const list: unknown = parse(readFileSync(join(folder, name), 'utf8'));
    return Array.isArray(list) ? list : [];
  });
  const sentences = entries.flatMap((entry) =>
    typeof entry === 'object' && entry !== null && 'hit' in entry && Array.isArray(entry.hit)
      ? entry.hit.filter((hit): hit is string => typeof hit === 'string')
      : [],
  );
  return [...new Set(sentences)].filter((sentence) => sentence.split(' ').length >= 6);
}

const SAMPLES = 'samples/korea-2021';
/** Samples that are copies of another sample. */
const COPIES = /^(?:README|08|10|11|12)/u;
const SENTENCES = 12;

/** Own texts, each of its own: the samples that are no copies, then texts of disjoint own sentences. */
export function makeOwnTexts(count: number, random: () => number): readonly string[] {
  const samples = readdirSync(SAMPLES)
    .filter((name) => !COPIES.test(name))
    .sort()
    .flatMap((name) => readFile(readFileSync(join(SAMPLES, name)), name).done.map(({ text }) => text));
  const stock = shuffle(loadOwnSentences(), random);
  const built = Array.from({ length: Math.max(0, count - samples.length) }, (_, i) =>
    stock.slice(i * SENTENCES, (i + 1) * SENTENCES).join(' '),
  );
  return [...samples, ...built].slice(0, count);
}

const sentencesOf = (text: string): readonly string[] =>
  text.match(/[^\n.!?]+(?:[.!?]+["”’]?|\n|$)/gu)?.map((sentence) => sentence.trim()) ?? [];

const replaceWords = (text: string, share: number, random: () => number): string =>
  text.replace(/\p{L}+/gu, (word) => {
    const other = SYNONYMS.get(word.toLowerCase());
    return other === undefined || random() > share ? word : other;
  });

function cutText(text: string, random: () => number): string {
  const kept = sentencesOf(text).filter(() => random() < 0.55);
  return kept.length >= 3 ? kept.join(' ') : sentencesOf(text).slice(0, 3).join(' ');
}

const KINDS = ['cut', 'reordered', 'synonyms', 'cut-reordered', 'reordered-synonyms'] as const;

/** A copy of a text as reprinters make it. */
export function copyText(text: string, random: () => number): string {
  const kind = pick(KINDS, random);
  const cut = kind.startsWith('cut') ? cutText(text, random) : text;
  const mixed = kind.includes('reordered') ? shuffle(sentencesOf(cut), random).join(' ') : cut;
  return kind.includes('synonyms') ? replaceWords(mixed, 0.9, random) : mixed;
}
