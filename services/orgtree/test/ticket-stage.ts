import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Subgraph } from './report-stage.ts';

const selected =
  'id version number status unit { code } aboutUnit { code } assignedTo askerName closedOn reopenableThrough';

/** Runs a mutation on tickets; answers `{ ticket, refusal }`, or the code of a GraphQL error as a refusal. */
export async function ticketAct(
  subgraph: Subgraph,
  name: string,
  actor: Actor | null,
  input: Record<string, unknown>,
) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await subgraph.execute(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ticket { ${selected} } refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  if (errors) return { ticket: null, refusal: { code: errors[0]?.extensions?.code } };
  return data?.[name];
}

/** Opens a ticket; it must succeed. */
export async function openTicket(subgraph: Subgraph, actor: Actor, more: Record<string, unknown> = {}) {
  const answer = await ticketAct(subgraph, 'openTicket', actor, {
    category: 'SIGN_IN',
    text: 'Không đăng nhập được',
    ...more,
  });
  if (answer.refusal) throw new Error(answer.refusal.code);
  return answer.ticket;
}

/** Acts on a ticket at its present version. */
export async function onTicket(
  subgraph: Subgraph,
  name: string,
  actor: Actor | null,
  ticketId: string,
  more: Record<string, unknown> = {},
) {
  const [row] = await subgraph
    .em()
    .execute<{ version: number }[]>('select version from ticket where id = ?', [ticketId]);
  return ticketAct(subgraph, name, actor, { ticketId, expectedVersion: row?.version ?? 1, ...more });
}
