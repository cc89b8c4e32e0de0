import type { Actor } from '@dang/access/actor';

/** Who did something, as they acted then; kept as `jsonb` beside what they did. */
export interface ActedBy {
  readonly accountId: string;
  readonly memberId: string | null;
  readonly name: string;
  readonly title: string | null;
  readonly unitId: string | null;
}

/** Who acts, as it is kept beside what they did. */
export const actedBy = ({ accountId, memberId, name, capacity }: Actor): ActedBy => ({
  accountId,
  memberId,
  name,
  title: capacity?.title ?? null,
  unitId: capacity?.unitId ?? null,
});

/** The same as one parameter of type `jsonb`; null when the system itself acts. */
export const actedByText = (actor: Actor | null): string | null => actor && JSON.stringify(actedBy(actor));
