import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type CertificateStage, openCertificates } from '../../test/certificate-stage.ts';
import { actorNamed, eventsNamed, ids } from '../../test/identity-stage.ts';
import { noticeStage } from '../../test/notice-stage.ts';

let stage: CertificateStage;
beforeAll(async () => {
  stage = await openCertificates();
});
afterAll(() => stage.close());
beforeEach(async () => {
  const em = stage.house.em();
  await em.execute('truncate signing_certificate');
  await em.execute('delete from outbox');
  await em.execute('delete from notice');
});
const { told, bodies } = noticeStage(() => stage.house);
const check = () => stage.house.runJob('check-certificates');
const statuses = async () =>
  stage.house.em().execute(
    `select holder_name as name, status, version, to_json(ended_at)#>>'{}' as "endedAt" from signing_certificate
     order by holder_name`,
  );
/** Lets everything that was published be heard by the notices. */
const hear = async () => stage.house.deliver(...(await stage.house.drainOutbox()));

const until = (to: string) => ({
  validity: { from: new Date('2026-01-01T00:00:00Z'), to: new Date(to) },
});

test('who holds a certificate that runs out within 30 days is told once, in good time', async () => {
  await stage.registered('secretary', stage.key('secretary', until('2026-08-04T00:00:00Z')));
  await stage.registered('deputy', stage.key('deputy', until('2026-08-06T00:00:00Z')));
  await stage.end(
    actorNamed('committee'),
    await stage.registered('committee', stage.key('committee', until('2026-07-20T00:00:00Z'))),
  );
  await check();
  await check();
  expect(await told()).toEqual(['CERTIFICATE_EXPIRING → secretary']);
  expect(await bodies('CERTIFICATE_EXPIRING')).toEqual([
    'Chứng thư số của bạn hết hạn ngày 04/08/2026. Hãy gia hạn và đăng ký chứng thư số mới.',
  ]);
});

test('what its issuer has revoked is revoked here from that moment, told to the others and to its holder', async () => {
  const key = stage.key('secretary');
  const { id } = await stage.registered('secretary', key);
  await stage.registered('deputy');
  stage.signing.keys.revoke(key.reference, new Date('2026-07-05T01:00:00Z'));
  stage.forgetRevocations();
  await check();
  expect(await statuses()).toEqual([
    { name: 'Lê Quang Minh', status: 'REVOKED', version: 2, endedAt: '2026-07-05T01:00:00+00:00' },
    { name: 'Phạm Thị Lan', status: 'ACTIVE', version: 1, endedAt: null },
  ]);
  const events = await eventsNamed<{ certificates: object[] }>(stage.house, 'SigningCertificateRecorded');
  expect(events.at(-1)?.certificates).toMatchObject([{ id, version: 2, status: 'REVOKED' }]);
  await hear();
  expect(await told()).toEqual(['CERTIFICATE_ENDED → secretary']);
  await check();
  expect(await eventsNamed(stage.house, 'SigningCertificateRecorded')).toHaveLength(3);
});

test('a certificate of another issuer with the same number is not ended', async () => {
  const key = stage.key('secretary');
  const { id } = await stage.registered('secretary', key);
  await stage.house.em().execute(`update signing_certificate set issuer_name = 'CA khác' where id = ?`, [id]);
  stage.signing.keys.revoke(key.reference, new Date('2026-07-05T01:00:00Z'));
  stage.forgetRevocations();
  await check();
  expect(await statuses()).toMatchObject([{ status: 'ACTIVE', version: 1 }]);
});

test('an administrator’s end is told to the holder, one’s own is not', async () => {
  await stage.house.drainOutbox();
  await stage.end(actorNamed('deputy'), await stage.registered('deputy'));
  await stage.end(actorNamed('admin'), await stage.registered('secretary'), { reason: 'Mất khóa' });
  await hear();
  expect(await told()).toEqual(['CERTIFICATE_ENDED → secretary']);
  expect((await bodies('CERTIFICATE_ENDED')).join()).not.toContain('Mất khóa');
});

test('when nobody can say what is revoked, the job fails, nothing is ended, and what runs out was told', async () => {
  await stage.registered('secretary', stage.key('secretary', until('2026-08-01T00:00:00Z')));
  stage.forgetRevocations();
  stage.signing.arm('noList');
  await expect(check()).rejects.toThrow();
  expect(await statuses()).toMatchObject([{ status: 'ACTIVE' }]);
  expect(await told()).toEqual(['CERTIFICATE_EXPIRING → secretary']);
});

test('a batch is not all there is', async () => {
  await stage.house.em().execute(
    `insert into signing_certificate (member_id, reference, serial, fingerprint, holder_name, issuer_name, valid_from,
       valid_to, registered_at)
     select ?, 'key', lpad(to_hex(n), 4, '0'), lpad(to_hex(n), 64, '0'), 'A', 'CA', '2026-01-01', '2026-07-30', now()
     from generate_series(1, 250) as n`,
    [ids.member('secretary')],
  );
  await check();
  expect(await told()).toHaveLength(250);
});
