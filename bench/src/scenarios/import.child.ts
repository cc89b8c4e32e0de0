import { importMembers } from '@dang/identity/member-import/import-members';
import { sealingKeysOf } from '@dang/identity/sealing-keys';

// One import in a process of its own, so that its memory is its own: `import.child.ts <database> <file> <report> <day>`.
const [databaseUrl = '', file = '', reportFile = '', today = ''] = process.argv.slice(2);
const began = performance.now();
const phases: Record<string, number> = {};
let phase = 'READING';
let since = began;
const turn = (next: string): void => {
  const now = performance.now();
  phases[phase] = (phases[phase] ?? 0) + (now - since) / 1_000;
  [phase, since] = [next, now];
};
const summary = await importMembers({
  databaseUrl,
  file,
  reportFile,
  keys: sealingKeysOf(process.env),
  today,
  dryRun: false,
  onProgress: (now) => {
    if (now !== phase) turn(now);
  },
});
turn('DONE');
process.send?.({
  seconds: (performance.now() - began) / 1_000,
  // maxRSS is in kB on Linux
  rssMb: process.resourceUsage().maxRSS / 1_024,
  summary,
  phases,
});
