import { flushCompileCache } from 'node:module';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './running.ts';
import { serviceNames } from './settings.ts';

/*
 * A program that loads what the system consists of and runs none of it, so that Node writes to NODE_COMPILE_CACHE what it
 * has compiled: the next start is quicker by half. It gives way to everything else, and may be killed at any time.
 */
setPriority(10);
// what most processes share first: whoever stops soon after the first start has that at least
const loaded = [
  'packages/service/src/run-service.ts',
  ...serviceNames.map((name) => `services/${name}/src/definition.ts`),
  'gateway/src/server.ts',
  'gateway/src/revocation-feed.ts',
  'gateway/src/explorer/explorer.ts',
  'sandbox/src/sandbox.ts',
  'packages/documents/src/form-page.ts',
];
const entries = [...serviceNames.map((name) => `services/${name}`), 'gateway', 'sandbox'];
const address = (file: string): string => pathToFileURL(join(root, file)).href;

/** Compiles a program without running it: what it imports is there before anything of it runs, and something before it throws. */
async function compileAlone(file: string): Promise<void> {
  const source = `import 'data:text/javascript,throw 0'; import '${address(file)}';`;
  await import(`data:text/javascript,${encodeURIComponent(source)}`).catch((error: unknown) => {
    if (error !== 0) throw error;
  });
}

for (const file of loaded) {
  await import(address(file));
  flushCompileCache();
}
for (const entry of entries) await compileAlone(`${entry}/src/main.ts`);
flushCompileCache();
