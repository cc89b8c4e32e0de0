import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { EventContract } from '@dang/events/contract';
import { makeEnvelope } from '@dang/events/envelope';
import { type House, ids } from './identity-stage.ts';

type Over = { actor?: Actor; time?: Date; service?: string; version?: number };

/** What tests of notices are written with, in a house that has been opened. */
export function noticeStage(house: () => House) {
  /** Delivers an event that says this beside the contract's own example. */
  async function happens<Data>(event: EventContract<string, Data>, data: Partial<Data>, over: Over = {}) {
    const { service, ...more } = over;
    const from = { province: '05', ...(service && { service }) };
    const told = { ...event.example, ...data };
    const envelope = makeEnvelope(event, { aggregateId: randomUUID(), data: told, ...more }, from);
    await house().deliver(envelope);
    return envelope;
  }

  /** `kind → who`, by the names of the tests, for everything told so far. */
  async function told(): Promise<string[]> {
    const rows = await house()
      .em()
      .execute<{ kind: string; recipient: string }[]>('select kind, recipient from notice');
    const names = [
      'member',
      'neighbour',
      'secretary',
      'deputy',
      'collector',
      'committee',
      'sibling',
      'admin',
    ];
    const nameOf = new Map(
      names.flatMap((name) => [
        [ids.member(name), name],
        [ids.account(name), `${name}’s account`],
      ]),
    );
    return rows.map(({ kind, recipient }) => `${kind} → ${nameOf.get(recipient) ?? 'applicant'}`).sort();
  }
  const bodies = async (kind: string) =>
    (await house().em().execute<{ body: string }[]>('select body from notice where kind = ?', [kind])).map(
      ({ body }) => body,
    );

  return { happens, told, bodies };
}
