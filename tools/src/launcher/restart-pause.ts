const FIRST_MS = 500;
const LONGEST_MS = 8_000;

/** Waits before something that died is started again: half a second, and twice as long after each failure, up to 8 s. */
export async function restartPause(failures: number): Promise<void> {
  const pause_ms = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
  await new Promise((done) => setTimeout(done, pause_ms));
}
