const FIRST = 1_000;
const LAST = 30_000;

/** Waits longer after every failure, and never quite as long as the other phones that lost the same server. */
export const backoff = (failures: number, random: () => number = Math.random) =>
  Math.min(LAST, FIRST * 2 ** Math.max(0, failures - 1)) * (0.5 + random() / 2);

/** Over after so many milliseconds, or as soon as the signal says. */
export const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) return resolve();
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    signal.addEventListener('abort', over);
  });
