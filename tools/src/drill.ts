import { readdirSync } from 'node:fs';
import { runTool, WrongCall } from './launcher/tool.ts';

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

const summaries = await Promise.all(
  names.map(async (name) => `  ${name.padEnd(10)} ${(await drillOf(name)).summary}`),
);

await runTool(`npm run drill -- <name>\n${summaries.join('\n')}`, async ([wanted, ...args]) => {
  if (wanted === undefined) throw new WrongCall('Which drill?');
  if (!names.includes(wanted)) throw new WrongCall(`There is no drill ${wanted}.`);
  try {
    await (await drillOf(wanted)).run(args);
  } catch (error) {
    process.stderr.write(`\n${wanted}: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  }
});
