import type { ClusterObject } from '../object.ts';

/** A rule over everything that one province renders; what it answers are its faults in words, each naming its object. */
export interface Policy {
  readonly name: string;
  faults(objects: readonly ClusterObject[]): string[];
}
