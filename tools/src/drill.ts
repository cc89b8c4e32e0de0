import { readdirSync } from 'node:fs';

/** A rehearsal of what an operator must be able to rely on: it prints what it did and its figures, and throws when it fell short. */
export interface Drill {
  /** One line for the list. */
  readonly summary: string;
  run(args: readonly string[]): Promise<void>;
}

const names = readdirSync(new URL('./drills/', import.meta.url))
  .map((file) => /^([a-z-]+)\.drill\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined);
const drillOf = async (name: string) =>
  ((await import(new URL(`./drills/${name}.drill.ts`, import.meta.url).href)) as { drill: Drill }).drill;

const [, , wanted = '', ...args] = process.argv;
if (names.includes(wanted)) {
  try {
    await (await drillOf(wanted)).run(args);
  } catch (error) {
    process.stderr.write(`\n${wanted}: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
} else {
  if (wanted !== '') process.stderr.write(`There is no drill "${wanted}".\n`);
  process.stdout.write('npm run drill -- <name>\n');
  for (const name of names) process.stdout.write(`  ${name.padEnd(10)} ${(await drillOf(name)).summary}\n`);
  process.exitCode = 2;
}
