import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type CertificateStage, openCertificates } from '../../test/certificate-stage.ts';
import { actorNamed, ids, units } from '../../test/identity-stage.ts';
import { inOffice } from '../../test/office-stage.ts';
import { openDraft } from '../../test/registration-stage.ts';

let stage: CertificateStage;
let applicant: Actor;
let inspector: Actor;
let siblingAdmin: Actor;
beforeAll(async () => {
  stage = await openCertificates();
  applicant = await openDraft(stage.house, 'Lê Quang Minh');
  inspector = await inOffice(stage.house, 'neighbour', 'INSPECTION_OFFICER', units.committee);
  siblingAdmin = await inOffice(stage.house, 'neighbour', 'ORG_ADMIN', units.otherCommittee);
});
afterAll(() => stage.close());
beforeEach(() => stage.house.em().execute('truncate signing_certificate'));

const admin = actorNamed('admin');
const secretary = actorNamed('secretary');
const errorOf = ({ errors }: Awaited<ReturnType<CertificateStage['knock']>>) => errors?.[0]?.extensions?.code;

describe('Mutation.registerCertificate', () => {
  test('is closed to who is not signed in', async () => {
    expect(errorOf(await stage.knock(stage.key('secretary'), null))).toBe('UNAUTHENTICATED');
  });
  test.each([
    ['a plain member', actorNamed('member')],
    ['the secretary who acts as a plain member', actorNamed('secretary', { plain: true })],
    ['an administrator', admin],
    ['a locked secretary', actorNamed('secretary', { accountStatus: 'LOCKED' })],
  ])('is forbidden to %s', async (_, actor) => {
    expect(errorOf(await stage.knock(stage.key('secretary'), actor))).toBe('FORBIDDEN');
  });
  test('is forbidden to an applicant, who may bear any name', async () => {
    expect(errorOf(await stage.knock(stage.key('secretary'), applicant))).toBe('FORBIDDEN');
  });
  test('asks nobody’s device before everything else is right', async () => {
    stage.signing.arm('error500', 1);
    const { refusal } = await stage.register(actorNamed('deputy'), stage.key('secretary'));
    expect(refusal?.code).toBe('CERTIFICATE_NOT_YOURS');
    expect((await stage.register(secretary, stage.key('secretary'))).refusal?.code).toBe(
      'SIGNING_UNAVAILABLE',
    );
  });
  test('the key of one call does not register another certificate, nor for somebody else', async () => {
    const idempotencyKey = randomUUID();
    const mine = await stage.registered('secretary', { ...stage.key('secretary'), idempotencyKey });
    const again = await stage.register(secretary, { ...stage.key('secretary'), idempotencyKey });
    expect(again.refusal?.code).toBe('IDEMPOTENCY_CONFLICT');
    const other = await stage.registered('deputy', { ...stage.key('deputy'), idempotencyKey });
    expect(other.id).not.toBe(mine.id);
  });
});

describe('Mutation.endCertificate', () => {
  const reason = 'Mất thiết bị lưu khóa';

  test('is closed to who is not signed in, and to an applicant', async () => {
    const { id } = await stage.registered('secretary');
    const given = { certificateId: id, expectedVersion: 1, reason };
    expect(errorOf(await stage.knockToEnd(given, null))).toBe('UNAUTHENTICATED');
    expect(errorOf(await stage.knockToEnd(given, applicant))).toBe('FORBIDDEN');
  });

  test('knows nothing of somebody else’s certificate, nor of one that is none', async () => {
    const certificate = await stage.registered('secretary');
    const notFound = { certificate: null, refusal: { code: 'NOT_FOUND', field: 'certificateId' } };
    const strangers = [
      actorNamed('member'),
      actorNamed('deputy'),
      actorNamed('committee'),
      inspector,
      siblingAdmin,
      testActor({ role: 'ORG_ADMIN', unitId: units.ward }),
      actorNamed('admin', { plain: true }),
    ];
    for (const actor of strangers) expect(await stage.end(actor, certificate, { reason })).toEqual(notFound);
    expect(await stage.end(admin, { ...certificate, id: randomUUID() }, { reason })).toEqual(notFound);
  });

  test('is the administrator’s for whoever has or had an office in scope, with a reason', async () => {
    const certificate = await stage.registered('secretary');
    expect((await stage.end(admin, certificate)).refusal).toEqual({
      code: 'REASON_REQUIRED',
      field: 'reason',
    });
    expect((await stage.end(admin, certificate, { reason: 'x'.repeat(501) })).refusal?.field).toBe('reason');
    const stale = actorNamed('admin', { signedInAt: new Date(Date.now() - 11 * 60_000) });
    expect((await stage.end(stale, certificate, { reason })).refusal?.code).toBe('STEP_UP_REQUIRED');
    expect((await stage.end(admin, { ...certificate, version: 7 }, { reason })).refusal?.code).toBe(
      'VERSION_CONFLICT',
    );
    const idempotencyKey = randomUUID();
    for (let time = 0; time < 2; time += 1)
      expect((await stage.end(admin, certificate, { reason, idempotencyKey })).certificate).toMatchObject({
        status: 'ENDED',
        endReason: reason,
      });
  });

  test('is the own holder’s, though they act in no office any more', async () => {
    const certificate = await stage.registered('secretary');
    const plain = actorNamed('secretary', { plain: true });
    expect((await stage.end(plain, certificate)).certificate?.status).toBe('ENDED');
  });
});

const CERTIFICATES = 'certificates { status holderName member { id } }';

describe('OrgUnit.certificates', () => {
  const seen = async (actor: Actor | null, id: string) => {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on OrgUnit { ${CERTIFICATES} } } }`;
    const { data, errors } = await stage.house.execute(
      query,
      { representations: [{ __typename: 'OrgUnit', id }] },
      actor,
    );
    return errors?.[0]?.extensions?.code ?? data?._entities[0].certificates;
  };

  test('shows who in office has which, those in use first, and nobody else’s', async () => {
    await stage.end(secretary, await stage.registered('secretary'));
    await stage.registered('secretary');
    await stage.registered('deputy');
    const names = (await seen(admin, units.branch1)).map(
      (one: { status: string; holderName: string }) => `${one.holderName} ${one.status}`,
    );
    expect(names.slice(0, 2).sort()).toEqual(['Lê Quang Minh ACTIVE', 'Phạm Thị Lan ACTIVE']);
    expect(names.slice(2)).toEqual(['Lê Quang Minh ENDED']);
    expect(await seen(admin, units.branch2)).toEqual([]);
    expect(await seen(inspector, units.branch1)).toHaveLength(3);
  });

  test('is nothing outside of the scope, for an office that is over, and for no unit', async () => {
    await stage.registered('secretary');
    expect(await seen(siblingAdmin, units.branch1)).toBeNull();
    expect(await seen(testActor({ role: 'ORG_ADMIN', unitId: units.ward }), units.branch1)).toBeNull();
    expect(await seen(admin, randomUUID())).toBeNull();
  });

  test('is read in one statement for a whole page of units', async () => {
    await stage.registered('secretary');
    const statements: string[] = [];
    const logger = stage.house.orm.config.getLogger();
    const { log, isEnabled } = logger;
    Object.assign(logger, {
      isEnabled: () => true,
      log: (namespace: string, message: string) => namespace === 'query' && statements.push(message),
    });
    const representations = Object.values(units).map((id) => ({ __typename: 'OrgUnit', id }));
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on OrgUnit { certificates { status } } } }`;
    await stage.house.execute(query, { representations }, admin);
    Object.assign(logger, { log, isEnabled });
    expect(statements.filter((sql) => sql.includes('signing_certificate'))).toHaveLength(1);
    expect(statements).toHaveLength(4);
  });

  test('is forbidden to everybody who may not read certificates', async () => {
    for (const actor of [applicant, actorNamed('member'), secretary])
      expect(await seen(actor, units.branch1)).toBe('FORBIDDEN');
    expect(await seen(null, units.branch1)).toBe('UNAUTHENTICATED');
  });
});

describe('Account.certificates', () => {
  const own = async (actor: Actor) => {
    const { data } = await stage.house.execute(`{ account { ${CERTIFICATES} } }`, {}, actor);
    return data?.account.certificates;
  };
  const found = async (actor: Actor, name: string) => {
    const query = `query ($text: String!) { administeredAccounts(text: $text) { edges { node { id ${CERTIFICATES} } } } }`;
    const { data } = await stage.house.execute(query, { text: actorNamed(name).name }, actor);
    return data?.administeredAccounts.edges.find(
      ({ node }: { node: { id: string } }) => node.id === ids.account(name),
    )?.node.certificates;
  };

  test('is everybody’s own to read, in an office or not', async () => {
    await stage.registered('secretary');
    const mine = [{ status: 'ACTIVE', holderName: 'Lê Quang Minh', member: { id: ids.member('secretary') } }];
    expect(await own(secretary)).toEqual(mine);
    expect(await own(actorNamed('secretary', { plain: true }))).toEqual(mine);
    expect(await own(actorNamed('member'))).toEqual([]);
    const times = '{ account { certificates { startsAt expiresAt registeredAt endedAt issuerName } } }';
    expect((await stage.house.execute(times, {}, secretary)).data?.account.certificates).toEqual([
      {
        startsAt: '2026-01-01T00:00:00.000Z',
        expiresAt: '2046-01-01T00:00:00.000Z',
        registeredAt: expect.stringMatching(/^2026-07-0[56]T/),
        endedAt: null,
        issuerName: 'CA thử nghiệm',
      },
    ]);
    expect(await own(applicant)).toBeNull();
  });

  test('says who may end it now', async () => {
    await stage.registered('secretary');
    const actions = 'certificates { availableActions { action allowed code } }';
    const mine = async (actor: Actor) =>
      (await stage.house.execute(`{ account { ${actions} } }`, {}, actor)).data?.account.certificates[0]
        .availableActions;
    expect(await mine(secretary)).toEqual([{ action: 'END', allowed: true, code: null }]);
    const stale = actorNamed('secretary', { signedInAt: new Date(Date.now() - 11 * 60_000) });
    expect(await mine(stale)).toEqual([{ action: 'END', allowed: false, code: 'STEP_UP_REQUIRED' }]);
    const query = `query ($text: String!) { administeredAccounts(text: $text) { edges { node { ${actions} } } } }`;
    const { data } = await stage.house.execute(query, { text: secretary.name }, admin);
    expect(data?.administeredAccounts.edges[0].node.certificates[0].availableActions[0].allowed).toBe(true);
  });

  test('is the administrator’s to read for whoever has an office in scope', async () => {
    await stage.registered('secretary');
    expect(await found(admin, 'secretary')).toHaveLength(1);
    expect(await found(admin, 'member')).toBeNull();
  });
});
