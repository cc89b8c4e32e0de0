import { importMembers } from '../src/member-import/import-members.ts';
import { sealingKeysOf } from '../src/sealing-keys.ts';

// An import in a process of its own, so that a test can kill it: `import-child.ts <database> <file> <report>`.
const [databaseUrl = '', file = '', reportFile = ''] = process.argv.slice(2);

await importMembers({
  databaseUrl,
  file,
  reportFile,
  keys: sealingKeysOf(process.env),
  today: '2026-07-06',
  dryRun: false,
  onProgress: (phase, done) => process.send?.({ phase, done, rss: process.memoryUsage().rss }),
});
process.send?.({ phase: 'DONE' });
