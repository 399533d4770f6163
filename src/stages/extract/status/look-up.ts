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

/** Is a noun's lemma, or its plural's, in the set? */
export function holds(set: ReadonlySet<string>, lemma: string): boolean {
  if (set.has(lemma)) return true;
  if (lemma.length <= 3) return false;
  return (
    (lemma.endsWith('s') && set.has(lemma.slice(0, -1))) ||
    (lemma.endsWith('ie') && set.has(`${lemma.slice(0, -2)}y`))
  );
}
