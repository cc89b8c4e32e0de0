import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { House } from './identity-stage.ts';

const fields = `change {
    id version status number important note rejectionReason approverUnit { id } member { id }
    changes { field old new } availableActions { action allowed code }
    history { action label fromState toState byName byTitle unitName reason }
  } refusal { code field }`;

/** Runs one of the mutations of changes of information and answers its result. */
export async function actOnChange(
  house: House,
  actor: Actor,
  mutation: string,
  input: Record<string, unknown>,
) {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
  const given = { input: { idempotencyKey: randomUUID(), ...input } };
  const { data, errors } = await house.execute(document, given, actor);
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.[mutation];
}

/** Asks for a change of one's own information. */
export const requestChange = (house: House, actor: Actor, input: Record<string, unknown>) =>
  actOnChange(house, actor, 'requestAccountChange', input);

/** Decides on a change, or takes it back. */
export const settleChange = (
  house: House,
  actor: Actor,
  what: 'approve' | 'reject' | 'withdraw',
  change: { id: string; version: number },
  more: Record<string, unknown> = {},
) =>
  actOnChange(house, actor, `${what}AccountChange`, {
    changeId: change.id,
    expectedVersion: change.version,
    ...more,
  });
