const REDRAW_MS = 200;
const SAY_MS = 5_000;

/**
 * One line that says how far something is: redrawn in place on a terminal, said every few seconds into a pipe or a log.
 * `clear` takes it off again, so that a last word follows on a line of its own.
 */
export function progressLine(out: NodeJS.WriteStream = process.stdout): {
  show(text: string): void;
  clear(): void;
} {
  const pause = out.isTTY ? REDRAW_MS : SAY_MS;
  let shownAt = out.isTTY ? 0 : performance.now();
  return {
    show(text) {
      const now = performance.now();
      if (now - shownAt < pause) return;
      shownAt = now;
      out.write(out.isTTY ? `\r${text}\u001b[K` : `${text}\n`);
    },
    clear() {
      if (out.isTTY) out.write('\r\u001b[K');
    },
  };
}
