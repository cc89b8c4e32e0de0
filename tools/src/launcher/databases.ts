import { findRunning } from './running.ts';
import { type ServiceName, serviceNames } from './settings.ts';

/** A mistake in what a tool was asked for: said in one sentence, without a stack. */
export class Mistake extends Error {}

/** The name of a service, checked. @throws Mistake with the tool's usage for anything else. */
export function serviceCalled(name: string | undefined, usage: string): string {
  if (serviceNames.some((each) => each === name)) return name as string;
  throw new Mistake(
    name === undefined ? `Which service?\n\n${usage}` : `There is no service ${name}.\n\n${usage}`,
  );
}

/** The database of a service: `DATABASE_URL_<SERVICE>`, else the one of the system that `npm start` runs. */
export function databaseOf(name: string): string {
  const url = process.env[`DATABASE_URL_${name.toUpperCase()}`] ?? findRunning()?.databases[name];
  if (url) return url;
  throw new Mistake(
    `Nothing runs here: start it with \`npm start\`, or set DATABASE_URL_${name.toUpperCase()}.`,
  );
}

/**
 * The services whose database is known here: all of what `npm start` runs, or those of which the environment has
 * `DATABASE_URL_<SERVICE>`, which in a pod of a cluster is its own. @throws Mistake when it is none
 */
export function servicesInReach(): ServiceName[] {
  const running = findRunning();
  const known = serviceNames.filter(
    (name) => process.env[`DATABASE_URL_${name.toUpperCase()}`] ?? running?.databases[name],
  );
  if (known.length > 0) return known;
  throw new Mistake('Nothing runs here: start it with `npm start`, or set DATABASE_URL_<SERVICE>.');
}

/** Ends a tool that failed: a mistake in its own words, everything else as what did not work; exit code 1. */
export function endWith(error: Error & { code?: string }): never {
  const isTheirs = error instanceof Mistake || error.code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${isTheirs ? error.message : `This did not work: ${error.message || error.code}`}\n`);
  process.exit(1);
}
