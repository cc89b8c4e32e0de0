import type { Actor } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';

/** The actor of a request that reached a door for people who are signed in. */
export function signedIn({ actor }: GraphContext): Actor {
  if (actor === null) throw new Error('a root field that needs a session was reached without one');
  return actor;
}
