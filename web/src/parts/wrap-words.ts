/** Breaks a label into lines of at most so many letters, at spaces; two lines at most, the rest cut with an ellipsis. */
export function wrapWords(words: string, letters: number): string {
  const lines = [''];
  for (const word of words.split(' ')) {
    const line = lines[lines.length - 1];
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= letters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const [first, second] = lines;
  if (lines.length < 3) return lines.join('\n');
  return `${first}\n${second.slice(0, letters - 1)}…`;
}
