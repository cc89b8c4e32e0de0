import { randomUUID } from 'node:crypto';
import { makeAuthority } from '@dang/documents/signing/authority';
import { StandInKeys } from '@dang/documents/signing/stand-in-keys';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type CertificateStage, openCertificates } from '../../test/certificate-stage.ts';
import { actorNamed, eventsNamed, ids, units } from '../../test/identity-stage.ts';

let stage: CertificateStage;
beforeAll(async () => {
  stage = await openCertificates();
});
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.house.em().execute('truncate signing_certificate');
  await stage.house.em().execute('delete from outbox');
});

const secretary = actorNamed('secretary');
const count = async () =>
  (await stage.house.em().execute<unknown[]>('select id from signing_certificate')).length;
const refused = async (given: object) => (await stage.register(secretary, given)).refusal;

describe('registering', () => {
  test('keeps the certificate, tells the others all of it but its bytes, and is on record', async () => {
    const key = stage.key('secretary');
    const certificate = await stage.registered('secretary', key);
    expect(certificate).toMatchObject({
      version: 1,
      status: 'ACTIVE',
      inForce: true,
      holderName: 'Lê Quang Minh',
    });
    const [told] = await eventsNamed(stage.house, 'SigningCertificateRecorded');
    expect(told).toEqual({
      certificates: [
        {
          id: certificate.id,
          version: 1,
          memberId: ids.member('secretary'),
          status: 'ACTIVE',
          reference: key.reference,
          serial: certificate.serial,
          fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
          holderName: 'Lê Quang Minh',
          issuerName: 'CA thử nghiệm',
          validFrom: '2026-01-01T00:00:00.000Z',
          validTo: '2046-01-01T00:00:00.000Z',
        },
      ],
    });
    const [line] = await stage.house
      .em()
      .execute(`select member_id, after from audit_entry where subject_id = ?`, [certificate.id]);
    expect(line).toMatchObject({
      member_id: ids.member('secretary'),
      after: { serial: certificate.serial, issuerName: 'CA thử nghiệm' },
    });
  });

  test('the same call again answers the same, also when the signing service is away and after the end', async () => {
    const given = { ...stage.key('secretary'), idempotencyKey: randomUUID() };
    const first = await stage.registered('secretary', given);
    await stage.end(secretary, first);
    stage.signing.arm('error500', 1);
    expect(await stage.registered('secretary', given)).toMatchObject({ id: first.id, status: 'ENDED' });
    expect(await count()).toBe(1);
  });

  test('somebody may have a new one before the old one runs out', async () => {
    await stage.registered('secretary');
    await stage.registered('secretary');
    expect(await count()).toBe(2);
  });

  test('of two at once with the same certificate one has it', async () => {
    const key = stage.key('secretary');
    const both = await Promise.all([stage.register(secretary, key), stage.register(secretary, key)]);
    expect(both.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual(['CERTIFICATE_TAKEN', 'done']);
    expect(await eventsNamed(stage.house, 'SigningCertificateRecorded')).toHaveLength(1);
  });
});

describe('registering is refused', () => {
  const about = (code: string) => ({ code, field: 'certificate' });
  const year = (from: number, to: number) => ({
    from: new Date(`${from}-01-01T00:00:00Z`),
    to: new Date(`${to}-01-01T00:00:00Z`),
  });

  test.each(['', 'not a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])(
    'for what is no certificate: %.30s',
    async (certificate) => {
      expect(await refused({ certificate, reference: 'key' })).toEqual(about('INVALID_INPUT'));
    },
  );
  test('for a chain, and for a name of the key that is none', async () => {
    const { certificate, reference } = stage.key('secretary');
    expect(await refused({ certificate: certificate + certificate, reference })).toEqual(
      about('INVALID_INPUT'),
    );
    expect(await refused({ certificate, reference: ' ' })).toEqual({
      code: 'INVALID_INPUT',
      field: 'reference',
    });
  });
  test('for an issuer that is not trusted, though it bears the same name', async () => {
    const authority = makeAuthority('CA thử nghiệm', year(2020, 2040));
    const [other] = new StandInKeys(authority, { validity: year(2020, 2040) }).issue([
      { name: 'Lê Quang Minh' },
    ]);
    expect(await refused({ certificate: other?.certificate, reference: other?.reference })).toEqual(
      about('CERTIFICATE_NOT_TRUSTED'),
    );
  });
  test('for one that is not made for signing, and for that of the issuer', async () => {
    expect(await refused(stage.key('secretary', { forSigning: false }))).toEqual(
      about('CERTIFICATE_NOT_TRUSTED'),
    );
    const { certificate } = stage.signing.keys.authority;
    expect(await refused({ certificate, reference: 'key' })).toEqual(about('CERTIFICATE_NOT_TRUSTED'));
  });
  test('for another name', async () => {
    expect(await refused(stage.key('deputy'))).toEqual(about('CERTIFICATE_NOT_YOURS'));
  });
  test('before its time and after it', async () => {
    for (const validity of [year(2027, 2029), year(2020, 2026)])
      expect(await refused(stage.key('secretary', { validity }))).toEqual(about('CERTIFICATE_EXPIRED'));
  });
  test('when its issuer has revoked it, on whatever day', async () => {
    const key = stage.key('secretary');
    stage.signing.keys.revoke(key.reference, new Date('2026-07-05T00:00:00Z'));
    expect((await refused(key))?.code).toBe('CERTIFICATE_REVOKED');
  });
  test('when somebody else’s key is behind the reference, or nobody’s', async () => {
    const { certificate } = stage.key('secretary');
    const notYours = { code: 'CERTIFICATE_NOT_YOURS', field: 'reference' };
    expect(await refused({ certificate, reference: stage.key('deputy').reference })).toEqual(notYours);
    expect(await refused({ certificate, reference: stage.key('secretary').reference })).toEqual(notYours);
    expect(await refused({ certificate, reference: 'nobody' })).toEqual(notYours);
  });
  test.each(['wrongDigest', 'wrongKey', 'otherIssuer', 'expired', 'garbage'] as const)(
    'when the signing service answers with %s',
    async (fault) => {
      stage.signing.arm(fault);
      expect((await refused(stage.key('secretary')))?.code).toBe('CERTIFICATE_NOT_YOURS');
    },
  );
  test.each(['error500', 'silence'] as const)(
    'and may be tried again when the signing service answers with %s',
    async (fault) => {
      const key = stage.key('secretary');
      stage.signing.arm(fault);
      expect(await refused(key)).toEqual({ code: 'SIGNING_UNAVAILABLE', field: null });
      expect(await count()).toBe(0);
      expect((await stage.registered('secretary', key)).status).toBe('ACTIVE');
    },
  );
  test('when it was registered before, by whomever, though it was ended', async () => {
    const key = stage.key('secretary');
    await stage.end(secretary, await stage.registered('secretary', key));
    expect(await refused(key)).toEqual(about('CERTIFICATE_TAKEN'));
    await stage.house.em().execute('update signing_certificate set member_id = ?', [ids.member('deputy')]);
    expect(await refused(key)).toEqual(about('CERTIFICATE_TAKEN'));
  });
  test('with an old sign-in, and in an office that is over', async () => {
    const stale = actorNamed('secretary', { signedInAt: new Date(Date.now() - 11 * 60_000) });
    expect((await stage.register(stale, stage.key('secretary'))).refusal?.code).toBe('STEP_UP_REQUIRED');
    const capacity = {
      positionId: randomUUID(),
      role: 'BRANCH_SECRETARY' as const,
      title: '',
      unitId: units.branch1,
    };
    const former = actorNamed('secretary', { capacity });
    expect((await stage.register(former, stage.key('secretary'))).refusal?.code).toBe('POSITION_ENDED');
    expect(await count()).toBe(0);
  });
});

describe('ending', () => {
  test('is for good, told to the others, and needs no reason for one’s own', async () => {
    const mine = await stage.registered('secretary');
    const { certificate } = await stage.end(secretary, mine);
    expect(certificate).toMatchObject({ version: 2, status: 'ENDED', inForce: false, endReason: null });
    expect(certificate?.endedAt).toMatch(/^2026-07-0[56]/);
    const told = await eventsNamed<{ certificates: object[] }>(stage.house, 'SigningCertificateRecorded');
    expect(told.at(-1)?.certificates).toMatchObject([{ id: mine.id, version: 2, status: 'ENDED' }]);
    expect((await stage.end(secretary, { ...mine, version: 2 })).refusal?.code).toBe('WRONG_STATE');
  });

  test('by two at once is done once', async () => {
    const mine = await stage.registered('secretary');
    const both = await Promise.all([stage.end(secretary, mine), stage.end(secretary, mine)]);
    expect(both.map(({ refusal }) => refusal?.code ?? 'done').sort()).toEqual(['VERSION_CONFLICT', 'done']);
    expect(await eventsNamed(stage.house, 'SigningCertificateRecorded')).toHaveLength(2);
  });
});
