/** FNV-1a over UTF-16 units (Fowler, Noll, Vo), 32 bits. */
export function hashWords(words: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
