import { openText } from '@dang/service/sealed-text';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type House, ids, openIdentity } from '../../test/identity-stage.ts';
import { saveContacts } from './contacts.ts';

let house: House;
beforeAll(async () => {
  house = await openIdentity();
});
afterAll(() => house.close());

test('where a member is reached is kept once, sealed, as last said', async () => {
  const key = house.environment.PROVINCE_KEY;
  const memberId = ids.member('member');
  await saveContacts(house.em(), memberId, { email: 'ha@example.vn', phone: '0912345678' }, key);
  await saveContacts(house.em(), memberId, { email: 'ha.moi@example.vn', phone: null }, key);
  const rows = await house
    .em()
    .execute<{ email: string; phone: string | null }[]>(
      'select email_sealed as email, phone_sealed as phone from member_contact where member_id = ?',
      [memberId],
    );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.email).not.toContain('ha.moi');
  expect(openText(key, rows[0]?.email ?? '')).toBe('ha.moi@example.vn');
  expect(rows[0]?.phone).toBeNull();
});
