import { randomUUID } from 'node:crypto';
import { AccountRejected } from '@dang/events/contracts/identity/account-rejected';
import { PositionApproved } from '@dang/events/contracts/identity/position-approved';
import { TicketClosed } from '@dang/events/contracts/orgtree/ticket-closed';
import { makeEnvelope } from '@dang/events/envelope';
import { makeLogger } from '@dang/service/logger';
import { makeCircuit } from '@dang/service/outside/circuit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, ids, openIdentity, units } from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';
import { saveDevice } from '../device/device.rows.ts';
import { saveContacts } from '../notice/contacts.ts';
import { type ChannelName, savePreference } from '../notice/preference.rows.ts';
import { type NoticeMessage, Undeliverable } from './channel.port.ts';
import { deliverRound } from './deliver-notices.ts';

let house: House;
const sent: (NoticeMessage & { channel: ChannelName })[] = [];
let failure: Error | null = null;
const channelOf = (channel: ChannelName) => ({
  name: 'test',
  async send(message: NoticeMessage) {
    sent.push({ ...message, channel });
    if (failure) throw failure;
  },
});
const channels = { EMAIL: channelOf('EMAIL'), SMS: channelOf('SMS'), PUSH: channelOf('PUSH') };
const round = (...circuits: [] | [Parameters<typeof deliverRound>[2]]) => {
  const log = makeLogger({ service: 'identity', role: 'worker', level: 'silent' });
  return deliverRound({ orm: house.orm, environment: house.environment, log }, channels, ...circuits);
};

beforeAll(async () => {
  house = await openIdentity();
  const key = house.environment.PROVINCE_KEY;
  await saveContacts(house.em(), ids.member('member'), { email: 'ha@example.vn', phone: '0912345678' }, key);
  const device = { platform: 'ANDROID', name: 'Máy', token: 'token-of-the-phone-1' } as const;
  await saveDevice(house.em(), ids.account('member'), device, house.environment);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.em().execute('delete from notice');
  sent.length = 0;
  failure = null;
});

/** A mandatory notice to this person. */
async function tellOf(name: string, over: { time?: Date } = {}): Promise<void> {
  const data = { ...PositionApproved.example, memberId: ids.member(name), unitId: units.branch1 };
  await house.deliver(
    makeEnvelope(PositionApproved, { aggregateId: randomUUID(), data, ...over }, { province: '05' }),
  );
}
/** One that can be muted. */
async function tellTicket(): Promise<void> {
  const data = { ...TicketClosed.example, accountId: ids.account('member') };
  await house.deliver(makeEnvelope(TicketClosed, { aggregateId: randomUUID(), data }, { province: '05' }));
}
const ways = () => sent.map(({ channel, to }) => `${channel} ${to}`).sort();
const deliveries = () =>
  house
    .em()
    .execute<{ status: string; attempts: number; wait: number; reason: string | null; via: string }[]>(
      `select status, attempts, round(extract(epoch from next_attempt_at - now()))::int as wait, reason, via
     from notice_delivery order by notice_delivery.id`,
    );
const makeDue = () => house.em().execute(`update notice_delivery set next_attempt_at = now()`);

describe('a notice leaves', () => {
  test('by every way there is to its recipient, once, in words that name nobody', async () => {
    await tellOf('member');
    expect(await round()).toBe(3);
    expect(await round()).toBe(0);
    expect(ways()).toEqual(['EMAIL ha@example.vn', 'PUSH token-of-the-phone-1', 'SMS 0912345678']);
    expect(sent[0]).toMatchObject({ kind: 'POSITION_APPROVED', title: 'Chức vụ được công nhận' });
    expect(JSON.stringify(sent)).not.toContain('Hà');
    expect(await deliveries()).toEqual(
      Array(3).fill({ status: 'SENT', attempts: 1, wait: 0, reason: null, via: 'test' }),
    );
  });

  test('by the other ways while one provider is away, which is left alone after five failures', async () => {
    const circuits = { EMAIL: makeCircuit(), SMS: makeCircuit(), PUSH: makeCircuit() };
    for (let at = 0; at < 5; at += 1) circuits.SMS.failed();
    await tellOf('member');
    expect(await round(circuits)).toBe(2);
    expect(ways()).toEqual(['EMAIL ha@example.vn', 'PUSH token-of-the-phone-1']);
    circuits.SMS.answered();
    expect(await round(circuits)).toBe(1);
  });

  test('by one alone to a provider that is only being tried again', async () => {
    const circuits = { EMAIL: makeCircuit(), SMS: makeCircuit(), PUSH: makeCircuit() };
    let now = 0;
    const trying = makeCircuit(() => now);
    for (let at = 0; at < 5; at += 1) trying.failed();
    now += trying.restMs();
    for (let each = 0; each < 3; each += 1) await tellOf('member');
    failure = new Error('busy');
    await round({ ...circuits, SMS: trying });
    expect(sent.filter(({ channel }) => channel === 'SMS')).toHaveLength(1);
  });

  test('by nobody when its address cannot be opened, and that says nothing of the provider', async () => {
    const circuits = { EMAIL: makeCircuit(), SMS: makeCircuit(), PUSH: makeCircuit() };
    const [contact] = await house
      .em()
      .execute<{ sealed: string }[]>('select email_sealed as sealed from member_contact');
    const seal = (text: string | undefined) =>
      house.em().execute('update member_contact set email_sealed = ?', [text]);
    await seal(`${contact?.sealed.slice(0, -8)}AAAAAAAA`);
    for (let each = 0; each < 6; each += 1) await tellOf('member');
    while ((await round(circuits)) > 0);
    await seal(contact?.sealed);
    expect(circuits.EMAIL.room(4)).toBe(4);
    const reasons = (await deliveries()).map(({ reason }) => reason).filter((reason) => reason !== null);
    expect(new Set(reasons)).toEqual(new Set(['its address cannot be opened']));
    expect(reasons).toHaveLength(6);
  });

  test('not for somebody without an address or device, nor for old news', async () => {
    await tellOf('neighbour');
    await tellOf('member', { time: new Date(Date.now() - 3 * 86_400_000) });
    expect(await round()).toBe(0);
    const [row] = await house
      .em()
      .execute<{ count: number }[]>('select count(*)::int from notice where dispatched_at is null');
    expect(row?.count).toBe(0);
  });

  test('to the telephone of the form that a rejected applicant sent', async () => {
    const applicant = await openDraft(house, 'Người Nộp');
    await house
      .em()
      .execute(
        `update account set phone_sealed = (select phone_sealed from member_contact limit 1), phone_index = 'x' where id = ?`,
        [applicant.accountId],
      );
    const data = { ...AccountRejected.example, accountId: applicant.accountId };
    await house.deliver(
      makeEnvelope(AccountRejected, { aggregateId: randomUUID(), data }, { province: '05' }),
    );
    await round();
    expect(ways()).toEqual(['SMS 0912345678']);
  });

  test('where nobody muted it: text messages of what is not mandatory come only on demand', async () => {
    await tellTicket();
    await round();
    expect(ways()).toEqual(['EMAIL ha@example.vn', 'PUSH token-of-the-phone-1']);
    sent.length = 0;
    const accountId = ids.account('member');
    const wishes = [
      ['SMS', false],
      ['EMAIL', true],
      ['PUSH', true],
    ] as const;
    for (const [channel, muted] of wishes) {
      await savePreference(house.em(), accountId, { kind: 'TICKET_CLOSED', channel, muted });
      await savePreference(house.em(), accountId, { kind: 'POSITION_APPROVED', channel, muted });
    }
    await tellTicket();
    await round();
    expect(ways()).toEqual(['SMS 0912345678']);
    await tellOf('member');
    await round();
    expect(sent).toHaveLength(4);
  });

  test('to no device of a locked account, and nowhere of a closed one', async () => {
    const setStatus = (status: string) =>
      house.em().execute('update account set status = ? where id = ?', [status, ids.account('member')]);
    await setStatus('LOCKED');
    await tellOf('member');
    await round();
    expect(ways()).toEqual(['EMAIL ha@example.vn', 'SMS 0912345678']);
    await setStatus('CLOSED');
    await tellOf('member');
    expect(await round()).toBe(0);
    await setStatus('ACTIVE');
  });
});

describe('what is not taken', () => {
  test('is tried again later and later, with the same id, and given up after two days', async () => {
    failure = new Error('busy');
    await tellOf('member');
    const waits: number[] = [];
    for (let each = 0; each < 11; each += 1) {
      expect(await round()).toBe(3);
      const [row] = await deliveries();
      expect(row).toMatchObject({ status: 'WAITING', attempts: each + 1, reason: 'busy' });
      waits.push(row?.wait ?? 0);
      expect(await round()).toBe(0);
      await makeDue();
    }
    expect(waits).toEqual([60, 300, 1_800, 7_200, ...Array(7).fill(21_600)]);
    await round();
    expect((await deliveries()).map(({ status }) => status)).toEqual(['DEAD', 'DEAD', 'DEAD']);
    await makeDue();
    expect(await round()).toBe(0);
    expect(new Set(sent.map(({ deliveryId }) => deliveryId)).size).toBe(3);
  });

  test('for good is tried once; a device that is gone is forgotten', async () => {
    failure = new Undeliverable('the gateway answered 410', { addressGone: true });
    await tellOf('member');
    await round();
    expect((await deliveries()).map(({ status }) => status)).toEqual(['DEAD', 'DEAD']);
    const devices = await house.execute('{ devices { id } }', {}, actorNamed('member'));
    expect(devices.data?.devices).toEqual([]);
    const device = { platform: 'ANDROID', name: 'Máy', token: 'token-of-the-phone-1' } as const;
    await saveDevice(house.em(), ids.account('member'), device, house.environment);
  });

  test('goes nowhere when the device has another owner meanwhile', async () => {
    failure = new Error('busy');
    await tellOf('member');
    await round();
    const device = { platform: 'ANDROID', name: 'Máy', token: 'token-of-the-phone-1' } as const;
    await saveDevice(house.em(), ids.account('neighbour'), device, house.environment);
    sent.length = 0;
    await makeDue();
    await round();
    expect(ways()).toEqual(['EMAIL ha@example.vn', 'SMS 0912345678']);
    await saveDevice(house.em(), ids.account('member'), device, house.environment);
  });
});

test('several workers at once send every notice once', async () => {
  for (let each = 0; each < 40; each += 1) await tellOf('member');
  const work = async () => {
    while ((await round()) > 0);
  };
  await Promise.all([work(), work(), work(), work()]);
  await work();
  expect(sent).toHaveLength(120);
  expect(new Set(sent.map(({ deliveryId }) => deliveryId)).size).toBe(120);
});

test('what a worker died with is sent by another when its time is over', async () => {
  await tellOf('member');
  await house.em().execute(
    `insert into notice_delivery (notice_id, channel, attempts, next_attempt_at)
     select id, 'EMAIL', 1, now() + interval '2 minutes' from notice`,
  );
  await round();
  expect(ways()).toEqual(['PUSH token-of-the-phone-1', 'SMS 0912345678']);
  await makeDue();
  await round();
  expect(ways()).toContain('EMAIL ha@example.vn');
});
