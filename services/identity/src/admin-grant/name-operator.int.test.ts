import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { blindIndex } from '@dang/service/sealed-text';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  actorNamed,
  eventsNamed,
  type House,
  ids,
  openIdentity,
  personalIdOf,
} from '../../test/identity-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';
import { definition } from '../definition.ts';
import { nameOperator } from './name-operator.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

const name = (personalId: string, unitCode = '05.200') => {
  const { clock, environment } = house;
  return nameOperator(
    house.em(),
    { clock, indexKey: environment.PROVINCE_INDEX_KEY },
    { personalId, unitCode, reason: 'Quyết định 1' },
  );
};

describe('an operator named from the console', () => {
  test('whose account waited can act at once, once, and it is on record', async () => {
    const applicant = await openDraft(house, 'Nguyễn Hải Yến');
    const index = blindIndex(house.environment.PROVINCE_INDEX_KEY, personalIdOf('newcomer'));
    await house
      .em()
      .execute('update account set personal_id_index = ? where id = ?', [index, applicant.accountId]);
    expect(await name(personalIdOf('newcomer'))).toBe(true);
    expect(await name(personalIdOf('newcomer'))).toBe(false);
    const actor = actorNamed('newcomer', { accountId: applicant.accountId });
    const { data } = await house.execute(
      '{ account { status positions { role unit { id } } history { action reason } } }',
      {},
      actor,
    );
    expect(data?.account).toMatchObject({
      status: 'ACTIVE',
      positions: [{ role: 'SYSTEM_ADMIN' }],
      history: [{ action: 'NAME_OPERATOR', reason: 'Quyết định 1' }],
    });
    expect(await eventsNamed(house, 'AdminGranted')).toEqual([
      expect.objectContaining({ memberId: ids.member('newcomer'), role: 'SYSTEM_ADMIN' }),
    ]);
    const lines = await house.em().execute(`select reason from audit_entry where action = 'nameOperator'`);
    expect(lines).toEqual([{ reason: 'Quyết định 1' }]);
  });

  test.each([
    ['who never signed in', '099099999999', '05.200', /signed in/],
    ['in a unit that is not there', personalIdOf('member'), '99', /no unit/],
  ])('is nobody %s', async (_who, personalId, unitCode, message) => {
    await expect(name(personalId, unitCode)).rejects.toThrow(message);
  });

  test('is nobody whose account is locked', async () => {
    await house.em().execute(`update account set status = 'LOCKED' where id = ?`, [ids.account('deputy')]);
    await expect(name(personalIdOf('deputy'))).rejects.toThrow('ACCOUNT_LOCKED');
  });

  test('needs no more than the one connection that the console has', async () => {
    const [row] = await house.em().execute<{ name: string }[]>('select current_database() as name');
    const url = new URL(process.env.TEST_DATABASE_URL ?? '');
    url.pathname = `/${row?.name}`;
    const log = makeLogger({ service: 'operator', role: 'tool', level: 'silent' });
    const orm = await openDatabase({ definition, url: url.href, poolSize: 1, log });
    const keys = { clock: house.clock, indexKey: house.environment.PROVINCE_INDEX_KEY };
    const who = { personalId: personalIdOf('neighbour'), unitCode: '05.200', reason: 'Quyết định 1' };
    try {
      expect(await nameOperator(orm.em.fork(), keys, who)).toBe(true);
    } finally {
      await orm.close(true);
    }
  });
});
