import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { actorNamed, type House, ids, units } from './identity-stage.ts';

const held = 'id role title unit { id } current endedReason';
const claimFields = `id version status title reason unit { id } approverUnit { id } position { ${held} } incumbent { name }
  availableActions { action allowed code } history { action label byName byTitle reason }`;

const typeOf = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}Input`;

/** Claims as this person, plainly as the member; `over` changes the everyday claim. */
export async function claimAs(house: House, name: string, over: Record<string, unknown> = {}) {
  const input = {
    idempotencyKey: randomUUID(),
    unitId: units.branch1,
    role: 'BRANCH_SECRETARY',
    from: '2026-07-01',
    ...over,
  };
  const { data, errors } = await house.execute(
    `mutation ($input: ClaimPositionInput!) { claimPosition(input: $input) { claim { ${claimFields} } refusal { code field } } }`,
    { input },
    actorNamed(name, { plain: true }),
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.claimPosition;
}

/** Runs one of the mutations about a claim or a position, as one of the people or as somebody made up. */
export async function act(
  house: House,
  by: string | Actor,
  name: string,
  about: { id: string; version: number } | null,
  over: Record<string, unknown> = {},
) {
  const thing = name === 'endPosition' ? `position { ${held} }` : `claim { ${claimFields} }`;
  const which = about && { claimId: about.id, expectedVersion: about.version };
  const { data, errors } = await house.execute(
    `mutation ($input: ${typeOf(name)}!) { ${name}(input: $input) { ${thing} refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...which, ...over } },
    typeof by === 'string' ? actorNamed(by) : by,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.[name];
}

/** A claim as it stands, from the list when somebody in office reads it, else from the table. */
export async function claim(house: House, id: string, readBy?: string) {
  if (readBy) {
    const document = `query { positionClaims { edges { node { ${claimFields} } } } }`;
    const { data } = await house.execute(document, {}, actorNamed(readBy));
    return data?.positionClaims.edges.find(({ node }: { node: { id: string } }) => node.id === id)?.node;
  }
  const [row] = await house.em().execute('select * from position_claim where id = ?', [id]);
  return row;
}

export const clearClaims = (house: House) =>
  house
    .em()
    .execute(
      `update position_claim set status = 'WITHDRAWN', decided_on = submitted_on where status = 'PENDING'`,
    );

/** Gives somebody something to act in, straight into its table; answers its id. */
export async function hold(
  house: House,
  table: 'position' | 'delegation' | 'admin_grant',
  name: string,
  role: Role,
  unitId: string,
): Promise<string> {
  const more = {
    position: ['', ''],
    delegation: [', to_date', `, '2026-12-31'`],
    admin_grant: [', reason', `, 'Phân công'`],
  }[table];
  const [row] = await house.em().execute<{ id: string }[]>(
    `insert into ${table} (member_id, unit_id, role, title, from_date${more[0]})
     values (?, ?, ?, ?, '2026-01-01'${more[1]}) returning id`,
    [ids.member(name), unitId, role, role],
  );
  if (!row) throw new Error('nothing was made');
  return row.id;
}

/** How many statements this takes. */
export async function statementsOf(house: House, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const logger = house.orm.config.getLogger();
  const { log, isEnabled } = logger;
  Object.assign(logger, {
    isEnabled: () => true,
    log: (namespace: string) => {
      if (namespace === 'query') count += 1;
    },
  });
  await work();
  Object.assign(logger, { log, isEnabled });
  return count;
}

/** Somebody acting in what they were given straight into its table. */
export async function actingIn(house: House, name: string, role: Role, unitId: string): Promise<Actor> {
  const table = role === 'ORG_ADMIN' || role === 'SYSTEM_ADMIN' ? 'admin_grant' : 'position';
  const positionId = await hold(house, table, name, role, unitId);
  return actorNamed(name, { capacity: { positionId, role, unitId, title: role } });
}

/** Runs a mutation whose input is named after it, and answers its result, or the code of the error at the door. */
export async function run(
  house: House,
  actor: Actor | null,
  name: string,
  input: Record<string, unknown>,
  thing: string,
) {
  const { data, errors } = await house.execute(
    `mutation ($input: ${typeOf(name)}!) { ${name}(input: $input) { ${thing} refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  return { error: errors?.[0]?.extensions?.code, ...data?.[name] };
}
