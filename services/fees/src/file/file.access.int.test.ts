import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { pathOf, uploadFile } from '@dang/documents/testing-files';
import { samplePdf } from '@dang/documents/testing-samples';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDoors } from '../../test/doors-stage.ts';
import { ask, enter, type Fees, join, openRates, people } from '../../test/rates-stage.ts';

let fees: Fees;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  fees = await openRates();
  doors = openTestDoors(fees);
});
afterAll(async () => {
  await doors?.close();
  await fees?.close();
});

const mutation = 'prepareDuesUpload';
const bring = async (actor: Actor, fileName?: string) =>
  uploadFile(fees, doors.app, { mutation, actor, file: await samplePdf(fileName) });
const documentsOf = async (actor: Actor, id: string) => {
  const { data } = await fees.execute(
    'query ($id: UUID!) { waiver(id: $id) { documents { id fileName url } } }',
    { id },
    actor,
  );
  return data?.waiver?.documents ?? null;
};

describe('Mutation.prepareDuesUpload', () => {
  const prepare = async (actor: Actor | null, change: object = {}) => {
    const file = { fileName: 'don-de-nghi.pdf', contentType: 'application/pdf', size: 900, ...change };
    const { data, errors } = await fees.execute(
      `mutation ($input: PrepareUploadInput!) { ${mutation}(input: $input) { upload { url } refusal { code } } }`,
      { input: { idempotencyKey: randomUUID(), ...file } },
      actor,
    );
    return errors?.[0]?.extensions?.code ?? data?.[mutation].refusal?.code ?? 'done';
  };

  test('is open to members and officers, and closed to everybody else', async () => {
    expect(await prepare(null)).toBe('UNAUTHENTICATED');
    expect(await prepare(testActor({ memberId: null, accountStatus: 'DRAFT' }))).toBe('FORBIDDEN');
    expect(await prepare(testActor({ accountStatus: 'LOCKED' }))).toBe('FORBIDDEN');
    for (const actor of [testActor(), people.secretary, people.delegate])
      expect(await prepare(actor)).toBe('done');
  });

  test('takes nothing secret, and no path', async () => {
    expect(await prepare(people.secretary, { classification: 'SECRET' })).toBe('FILE_CLASSIFIED');
    expect(await prepare(people.secretary, { fileName: '../don.pdf' })).toBe('FILE_NAME_INVALID');
  });
});

describe('documents of a waiver', () => {
  test('are what the member brought, for whoever may read the waiver', async () => {
    const member = await join(fees);
    const neighbour = await join(fees);
    const fileId = await bring(member, 'Sổ hộ nghèo.pdf');
    const { waiver } = await ask(fees, member, { documentIds: [fileId] });
    for (const actor of [member, people.secretary, people.committee]) {
      const [document] = await documentsOf(actor, waiver.id);
      expect(document).toMatchObject({ id: fileId, fileName: 'Sổ hộ nghèo.pdf' });
      expect((await doors.app.inject({ url: pathOf(document.url) })).statusCode).toBe(200);
    }
    for (const actor of [neighbour, people.sibling, people.otherCommittee, people.admin])
      expect(await documentsOf(actor, waiver.id)).toBeNull();
    const page = await fees.execute(
      '{ waitingWaivers { edges { node { id documents { id } } } } }',
      {},
      people.committee,
    );
    expect(page.data?.waitingWaivers.edges).toContainEqual({
      node: { id: waiver.id, documents: [{ id: fileId }] },
    });
  });

  test('on paper are the scans of who enters it: their own, brought, and of one request', async () => {
    const [first, second] = [await join(fees), await join(fees)];
    const scan = await bring(people.secretary);
    const others = await bring(people.delegate);
    const entered = (memberId: string, scanIds: string[]) =>
      enter(fees, people.secretary, memberId, { scanIds });
    const wrong = await entered(first.memberId, [others]);
    expect(wrong.refusal).toMatchObject({ code: 'FILE_NOT_UPLOADED', field: 'scanIds' });
    expect((await entered(first.memberId, [scan, randomUUID()])).refusal.code).toBe('FILE_NOT_UPLOADED');
    const { waiver } = await entered(first.memberId, [scan]);
    expect(await documentsOf(first, waiver.id)).toMatchObject([{ id: scan }]);
    const again = await entered(second.memberId, [scan]);
    expect(again.refusal).toMatchObject({ code: 'FILE_IN_USE', field: 'scanIds' });
    const [row] = await fees
      .em()
      .execute<{ n: number }[]>('select count(*)::int as n from waiver where member_id = ?', [
        second.memberId,
      ]);
    expect(row?.n).toBe(0);
  });
});
