import type { ClusterObject } from './object.ts';
import { availabilityPolicies } from './policies/availability.rules.ts';
import { databasePolicies } from './policies/database.rules.ts';
import { placePolicies } from './policies/place.rules.ts';
import { podPolicies } from './policies/pods.rules.ts';
import type { Policy } from './policies/policy.ts';
import { referencePolicies } from './policies/references.rules.ts';

const policies: readonly Policy[] = [
  ...placePolicies,
  ...podPolicies,
  ...availabilityPolicies,
  ...databasePolicies,
  ...referencePolicies,
];

/** What the rules of a cluster say about everything that one province renders, each with the rule that it breaks. */
export const policyFaults = (objects: readonly ClusterObject[]): string[] =>
  policies.flatMap(({ name, faults }) => faults(objects).map((fault) => `${fault} [${name}]`));
