import type { ServiceEnvironment } from '@dang/service/environment';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

const devicesLimit = 10;

/** A device as its owner sees it. */
export type DeviceRow = {
  id: string;
  platform: 'ANDROID' | 'IOS' | 'WEB';
  name: string;
  registeredAt: Date;
};

type NewDevice = Pick<DeviceRow, 'platform' | 'name'> & { token: string };

/** The devices of an account, newest first. */
export async function findDevices(em: SqlEntityManager, accountId: string): Promise<DeviceRow[]> {
  const rows = await em.execute<(Omit<DeviceRow, 'registeredAt'> & { registeredAt: string })[]>(
    `select id, platform, name, registered_at as "registeredAt" from device
     where account_id = ? order by device.registered_at desc, id`,
    [accountId],
  );
  return rows.map((row) => ({ ...row, registeredAt: new Date(row.registeredAt) }));
}

/**
 * Makes a device this account's, whoever had it before, and answers the id of its entry. What was still to be sent to
 * somebody else there goes with their entry; of more than ten devices the oldest give way.
 */
export async function saveDevice(
  em: SqlEntityManager,
  accountId: string,
  { platform, name, token }: NewDevice,
  { PROVINCE_KEY, PROVINCE_INDEX_KEY }: Pick<ServiceEnvironment, 'PROVINCE_KEY' | 'PROVINCE_INDEX_KEY'>,
): Promise<string> {
  const index = blindIndex(PROVINCE_INDEX_KEY, token);
  await em.execute('delete from device where token_index = ? and account_id <> ?', [index, accountId]);
  const [row] = await em.execute<{ id: string }[]>(
    `insert into device (account_id, platform, name, token_sealed, token_index) values (?, ?, ?, ?, ?)
     on conflict (token_index) do update
       set account_id = excluded.account_id, platform = excluded.platform, name = excluded.name, registered_at = now()
     returning id`,
    [accountId, platform, name, sealText(PROVINCE_KEY, token), index],
  );
  if (!row) throw new Error('no device was stored');
  await em.execute(
    `delete from device where id in (
       select id from device where account_id = ? and id <> ? order by device.registered_at desc offset ?)`,
    [accountId, row.id, devicesLimit - 1],
  );
  return row.id;
}

/** Forgets a device of this account; false when it has no such device. */
export async function deleteDevice(em: SqlEntityManager, accountId: string, id: string): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    'delete from device where id = ? and account_id = ? returning id',
    [id, accountId],
  );
  return rows.length > 0;
}
