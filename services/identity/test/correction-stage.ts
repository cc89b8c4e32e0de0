import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { House } from './identity-stage.ts';

const answer = 'correction { id version status number } refusal { code field }';

/** Runs one of the mutations about corrections; `error` is the code of a GraphQL error. */
export async function actOnCorrection(
  house: House,
  name: string,
  input: Record<string, unknown>,
  actor: Actor | null,
) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await house.execute(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  return { ...data?.[name], error: errors?.[0]?.extensions?.code };
}
