import { findRunning } from './running.ts';
import { type ServiceName, serviceNames } from './settings.ts';
import { Mistake, WrongCall } from './tool.ts';

/** The name of a service, checked. @throws WrongCall for anything else */
export function serviceCalled(name: string | undefined): ServiceName {
  const known = serviceNames.find((each) => each === name);
  if (known) return known;
  const there = `there are ${serviceNames.join(', ')}.`;
  throw new WrongCall(
    name === undefined ? `Which service? ${there}` : `There is no service ${name}; ${there}`,
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
