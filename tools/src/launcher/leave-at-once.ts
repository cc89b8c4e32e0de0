/*
 * Loaded before every child. When a process ends, Node writes what it has compiled to NODE_COMPILE_CACHE: 1500 files,
 * which made the first Ctrl-C in a checkout take ten seconds. A child that has closed everything and ends with 0 says
 * so, and the launcher ends it there and then; `compile.ts` does that writing, while nobody waits for it.
 */
process.once('exit', (code) => {
  if (code === 0 && process.connected) process.send?.({ type: 'done' });
});

// Whoever was still loading when the launcher died has not heard of it: nobody stays behind for longer than a stop may take.
process.once('disconnect', () => setTimeout(() => process.exit(1), 12_000).unref());
