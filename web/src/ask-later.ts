/** Passed to the client with a question, so that the question can be taken back. */
interface Revocable {
  readonly init: { readonly signal: AbortSignal };
}

/**
 * Asks after a pause in milliseconds; what it gives back takes the question back, wherever it is by then: an answer to a
 * question that was overtaken is neither waited for nor shown. Without an answer, `show` is given undefined.
 */
export function askLater<T>(
  pause: number,
  ask: (revocable: Revocable) => Promise<T>,
  show: (answer: T | undefined) => void,
): () => void {
  const control = new AbortController();
  const { signal } = control;
  const answer = async (): Promise<void> => {
    const found = await ask({ init: { signal } }).catch(() => undefined);
    if (!signal.aborted) show(found);
  };
  const wait = setTimeout(() => void answer(), pause);
  return () => {
    clearTimeout(wait);
    control.abort();
  };
}
