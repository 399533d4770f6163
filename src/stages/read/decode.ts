import { detect } from 'chardet';
import { UserError } from '../../model/user-error.ts';

export interface Decoded {
  readonly text: string;
  /** WHATWG encoding label. */
  readonly encoding: string;
  /** Characters that did not fit the encoding and stand as U+FFFD. */
  readonly broken: number;
}

const SAMPLE = 65_536;

/** Zero bytes in even and odd places: UTF-16 of western text has them all on one side. */
function countZeros(bytes: Uint8Array): readonly [even: number, odd: number] {
  const zeros: [number, number] = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]++;
  return zeros;
}

function findUtf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [even, odd] = countZeros(bytes);
  const half = Math.min(bytes.length, SAMPLE) / 2;
  if (odd > half * 0.5 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.5 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}

/** Control characters that no text file holds; a few are forgiven, many make it a binary file. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE);
  let odd = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i];
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) odd++;
  }
  return odd > length * 0.02;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function toLabel(guess: string | null): string {
  try {
    return new TextDecoder(guess ?? 'windows-1252').encoding;
  } catch {
    return 'windows-1252';
  }
}

/**
 * Bytes of a text file as text; the encoding is told by byte-order mark, by zero bytes, by whether it is sound
 * UTF-8, and last by letter statistics. Curly and broken quotes stay as they are.
 * @throws UserError when the bytes are no text at all.
 */
export function decode(bytes: Uint8Array, where: string): Decoded {
  const wide = findUtf16(bytes);
  if (wide === undefined && isBinary(bytes)) {
    throw new UserError('this is a binary file, not a text', {
      where,
      hint: 'Demarche reads .txt, .md, .html, .json, .jsonl, RSS and Atom. Export the report as one of them.',
    });
  }
  const utf8 = wide === undefined ? decodeUtf8(bytes) : undefined;
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', broken: 0 };
  const encoding = wide ?? toLabel(detect(bytes.subarray(0, SAMPLE)));
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, broken: text.split('\uFFFD').length - 1 };
}
