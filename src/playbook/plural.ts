const IRREGULAR: readonly (readonly [RegExp, string])[] = [
  [/man$/u, 'men'],
  [/person$/u, 'persons'],
  [/(?:s|x|z|ch|sh)$/u, '$&es'],
  [/([^aeiou])y$/u, '$1ies'],
  [/$/u, 's'],
];

/** The plural of an English noun phrase: of its last word, or of the word before "of", "for" or "to". */
export function pluralOf(noun: string): string {
  const at = noun.search(/ (?:of|for|to|in) /u);
  const head = at < 0 ? noun : noun.slice(0, at);
  const tail = at < 0 ? '' : noun.slice(at);
  const rule = IRREGULAR.find(([ending]) => ending.test(head));
  return rule === undefined ? noun : head.replace(rule[0], rule[1]) + tail;
}
