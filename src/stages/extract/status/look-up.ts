/**
 * A lemma as it stands and as it may have been before a rule clipped it: "evad" → "evade", "shel" → "shell",
 * "troops" → "troop", "raide" → "raid". Words that no dictionary of the lemmatiser knows are cut by rule; a lexicon knows which is right.
 */
function lemmaForms(lemma: string): readonly string[] {
  const last = lemma.at(-1) ?? '';
  const forms = [lemma, `${lemma}e`, `${lemma}${last}`];
  if ((last === 's' || last === 'e') && lemma.length > 3) forms.push(lemma.slice(0, -1));
  if (last === 'm') forms.push(`${lemma}b`);
  if (lemma.length > 3 && last === lemma.at(-2)) forms.push(lemma.slice(0, -1));
  return forms;
}

/** Looks a lemma up in a lexicon's index, with its clipped forms. */
export function lookUp<T>(index: ReadonlyMap<string, T>, lemma: string): T | undefined {
  const found = index.get(lemma);
  if (found !== undefined) return found;
  for (const form of lemmaForms(lemma)) {
    const other = index.get(form);
    if (other !== undefined) return other;
  }
  return undefined;
}

/** A noun's lemma, and what it would be were it a plural left as it stood: "troops", "navie". */
export function withSingular(lemma: string): readonly string[] {
  if (lemma.length > 3 && lemma.endsWith('s')) return [lemma, lemma.slice(0, -1)];
  if (lemma.length > 3 && lemma.endsWith('ie')) return [lemma, `${lemma.slice(0, -2)}y`];
  return [lemma];
}
