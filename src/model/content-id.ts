const PRIMES = [2654435761, 1597334677, 2246822507, 3266489909] as const;

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Eight hex digits; byte by byte, since large numbers are slow to spell. */
const hex = (n: number): string =>
  HEX[n >>> 24] + HEX[(n >>> 16) & 255] + HEX[(n >>> 8) & 255] + HEX[n & 255];

/** 32-bit multiplicative hash of the UTF-16 units, seeded. After bryc's cyrb (public domain construction). */
function mix(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, PRIMES[0]);
    b = Math.imul(b ^ unit, PRIMES[1]);
  }
  a = Math.imul(a ^ (a >>> 16), PRIMES[2]) ^ Math.imul(b ^ (b >>> 13), PRIMES[3]);
  b = Math.imul(b ^ (b >>> 16), PRIMES[2]) ^ Math.imul(a ^ (a >>> 13), PRIMES[3]);
  return (a ^ (b << 1)) >>> 0;
}

/**
 * An id made from content: `<prefix>-<16 hex digits>`. The same parts give the same id on every machine.
 * Sixty-four bits: among a million entries a clash has a chance of about 3 in 10^8. Not a cryptographic hash.
 */
export function contentId(prefix: string, ...parts: readonly (string | number)[]): string {
  const text = parts.join('\u001f');
  return `${prefix}-${hex(mix(text, text.length))}${hex(mix(text, 0x9e3779b9))}`;
}
