import { randomUUID } from 'node:crypto';
import { keyRing } from '@dang/service/key-ring';
import { rewrapText } from '@dang/service/sealed-text';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPapers } from '../../test-subgraph/definition.ts';
import { attachFile, keepBytes, readFile, recordFile } from './stored-file.ts';

let house: Awaited<ReturnType<typeof openPapers>>;
beforeAll(async () => {
  house = await openPapers();
});
afterAll(() => house?.close());

const accountId = randomUUID();
const subject = { kind: 'CommentList', id: randomUUID() };

/** A file that was brought so many days ago. */
async function broughtAgo(days: number): Promise<string> {
  const kept = await keepBytes(house.environment, {
    bytes: Buffer.from('x'),
    contentType: 'application/pdf',
    fileName: 'x.pdf',
  });
  const em = house.em();
  const id = await recordFile(em, kept, { origin: 'UPLOAD', accountId });
  await em.execute('alter table stored_file disable trigger stored_file_kept');
  await em.execute('update stored_file set stored_at = now() - make_interval(days => ?) where id = ?', [
    days,
    id,
  ]);
  await em.execute('alter table stored_file enable trigger stored_file_kept');
  return id;
}

const isThere = async (id: string) => (await readFile(house.em(), house.environment, id)) !== null;

test('what nothing used within two days goes, with its bytes; what belongs to a dossier stays', async () => {
  const unused = await broughtAgo(3);
  const young = await broughtAgo(1);
  const used = await broughtAgo(3);
  const signed = await broughtAgo(3);
  const em = house.em();
  expect(await attachFile(em, { accountId }, used, subject)).toBeNull();
  await em.execute(
    `insert into document_signature (id, file_id, subject_kind, subject_id, step, sha256, signer_member_id, signer_name,
       signer_title, signer_unit_id, signer_unit_name, certificate_id, certificate_serial, certificate_fingerprint, signed_at)
     values (uuidv7(), ?, 'CommentList', ?, 1, '\\x00', uuidv7(), 'a', 'b', uuidv7(), 'c', uuidv7(), '01', 'f', now())`,
    [signed, subject.id],
  );
  await house.runJob('sweep-files');
  await house.runJob('sweep-files');
  expect(await Promise.all([unused, young, used, signed].map(isThere))).toEqual([false, true, true, true]);
});

test('an announcement goes two days after its time', async () => {
  const em = house.em();
  await em.execute(
    `insert into file_upload (id, account_id, file_name, content_type, byte_size, expires_at)
     select uuidv7(), ?, 'x.pdf', 'application/pdf', 1, now() - make_interval(hours => hours) from unnest('{1,47,49}'::int[]) hours`,
    [accountId],
  );
  await house.runJob('sweep-files');
  const rows = await em.execute('select from file_upload where account_id = ?', [accountId]);
  expect(rows).toHaveLength(2);
});

test('what is written down of a file never changes, and a file of a dossier is not deleted', async () => {
  const id = await broughtAgo(0);
  const em = house.em();
  await attachFile(em, { accountId }, id, subject);
  for (const change of [
    "file_name = 'y.pdf'",
    "sha256 = sha256('y')",
    'attached_id = uuidv7()',
    'attached_kind = null, attached_id = null',
  ])
    await expect(em.execute(`update stored_file set ${change} where id = ?`, [id])).rejects.toThrow(
      'never changes',
    );
  await expect(em.execute('delete from stored_file where id = ?', [id])).rejects.toThrow('is not deleted');
});

test('a new key of the province changes how the keys of files are sealed, and no file', async () => {
  const id = await broughtAgo(0);
  const em = house.em();
  const old = Buffer.alloc(32, 1);
  const ring = keyRing(Buffer.alloc(32, 9), [old]);
  const [row] = await em.execute<{ sealed: string }[]>(
    'select data_key_sealed as sealed from stored_file where id = ?',
    [id],
  );
  const rewrapped = rewrapText(ring, row?.sealed ?? '');
  expect(rewrapped).not.toBe(row?.sealed);
  await em.execute('update stored_file set data_key_sealed = ? where id = ?', [rewrapped, id]);
  const read = await readFile(em, { ...house.environment, PROVINCE_KEY: keyRing(Buffer.alloc(32, 9)) }, id);
  expect(read?.bytes.toString()).toBe('x');
  await expect(readFile(em, house.environment, id)).rejects.toThrow('no key');
});
