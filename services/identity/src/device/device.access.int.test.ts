import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actorNamed, type House, openIdentity } from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let house: House;
let applicant: Actor;
const member = actorNamed('member');
const neighbour = actorNamed('neighbour');
beforeAll(async () => {
  house = await openIdentity();
  applicant = await openDraft(house, 'Kiều Minh Đức');
});
afterAll(() => house.close());

const errorOf = (answer: Awaited<ReturnType<House['execute']>>) => answer.errors?.[0]?.extensions?.code;
const tokenOf = (name: string) => `token-of-${name}-0123456789`;

const REGISTER = `mutation ($input: RegisterDeviceInput!) {
  registerDevice(input: $input) { device { id platform name } refusal { code field } }
}`;
const register = (actor: Actor | null, over: object = {}) =>
  house.execute(
    REGISTER,
    {
      input: {
        idempotencyKey: randomUUID(),
        platform: 'ANDROID',
        name: ' Điện thoại ',
        token: tokenOf('phone'),
        ...over,
      },
    },
    actor,
  );
const registered = async (actor: Actor, over: object = {}) =>
  (await register(actor, over)).data?.registerDevice;

const DEVICES = '{ devices { id platform name registeredAt } }';
const devicesOf = async (actor: Actor): Promise<{ id: string; name: string }[]> =>
  (await house.execute(DEVICES, {}, actor)).data?.devices;

describe('Mutation.registerDevice', () => {
  test('refuses who is not signed in', async () => {
    expect(errorOf(await register(null))).toBe('UNAUTHENTICATED');
  });

  test('refuses a token or a name that is none', async () => {
    for (const [over, field] of [
      [{ token: 'short' }, 'token'],
      [{ token: 'has a blank in it, long enough' }, 'token'],
      [{ token: 'x'.repeat(4097) }, 'token'],
      [{ name: '  ' }, 'name'],
      [{ name: 'x'.repeat(101) }, 'name'],
    ] as const) {
      expect((await registered(member, over)).refusal).toEqual({ code: 'INVALID_INPUT', field });
    }
  });

  test('keeps the token sealed, and one entry a token', async () => {
    const { device } = await registered(member);
    expect(device).toMatchObject({ platform: 'ANDROID', name: 'Điện thoại' });
    expect((await registered(member, { name: 'Mới' })).device).toEqual({ ...device, name: 'Mới' });
    expect(await devicesOf(member)).toHaveLength(1);
    const rows = await house.em().execute<{ row: string }[]>('select device::text as row from device');
    expect(rows[0]?.row).not.toContain('token-of');
  });

  test('gives a telephone that changed hands to its new owner alone', async () => {
    const before = await registered(member, { token: tokenOf('shared') });
    const after = await registered(applicant, { token: tokenOf('shared') });
    expect(after.device.id).not.toBe(before.device.id);
    expect(await devicesOf(member)).toHaveLength(1);
    expect((await devicesOf(applicant)).map(({ id }) => id)).toEqual([after.device.id]);
  });

  test('keeps the ten newest of an account', async () => {
    for (let each = 1; each <= 12; each += 1) {
      await registered(neighbour, { token: tokenOf(`${each}`), name: `Máy ${each}` });
    }
    const names = (await devicesOf(neighbour)).map(({ name }) => name);
    expect(names).toHaveLength(10);
    expect([names[0], names[9]]).toEqual(['Máy 12', 'Máy 3']);
  });
});

describe('Query.devices', () => {
  test('answers nobody who is not signed in, and everybody their own', async () => {
    expect(errorOf(await house.execute(DEVICES))).toBe('UNAUTHENTICATED');
    expect(await devicesOf(actorNamed('secretary'))).toEqual([]);
  });
});

describe('Mutation.removeDevice', () => {
  const REMOVE = `mutation ($input: RemoveDeviceInput!) {
    removeDevice(input: $input) { deviceId refusal { code field } }
  }`;
  const remove = (actor: Actor | null, deviceId: string, idempotencyKey: string = randomUUID()) =>
    house.execute(REMOVE, { input: { idempotencyKey, deviceId } }, actor);

  test('refuses who is not signed in', async () => {
    expect(errorOf(await remove(null, randomUUID()))).toBe('UNAUTHENTICATED');
  });

  test('knows no device of somebody else, and no made-up one', async () => {
    const [device] = await devicesOf(member);
    const strangers: [Actor, string | undefined][] = [
      [neighbour, device?.id],
      [applicant, device?.id],
      [member, randomUUID()],
    ];
    for (const [actor, id] of strangers) {
      expect((await remove(actor, id ?? '')).data?.removeDevice).toEqual({
        deviceId: null,
        refusal: { code: 'NOT_FOUND', field: 'deviceId' },
      });
    }
    expect(await devicesOf(member)).toHaveLength(1);
  });

  test('removes one’s own, and the same call again says the same', async () => {
    const [device] = await devicesOf(member);
    const key = randomUUID();
    for (let each = 0; each < 2; each += 1) {
      const { data } = await remove(member, device?.id ?? '', key);
      expect(data?.removeDevice).toEqual({ deviceId: device?.id, refusal: null });
    }
    expect(await devicesOf(member)).toEqual([]);
    expect((await remove(member, device?.id ?? '')).data?.removeDevice.refusal.code).toBe('NOT_FOUND');
  });
});
