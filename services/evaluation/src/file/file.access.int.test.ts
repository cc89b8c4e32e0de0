import { randomUUID } from 'node:crypto';
import { attachFile } from '@dang/documents/files/stored-file';
import { pathOf, putBytes, uploadFile } from '@dang/documents/testing-files';
import { samplePdf } from '@dang/documents/testing-samples';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actors, openTestProvince } from '../../test/small-province.ts';
import { definition } from '../definition.ts';

let house: Awaited<ReturnType<typeof openTestProvince>>;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  house = await openTestProvince();
  doors = openTestDoors(house, definition.doors ?? []);
});
afterAll(async () => {
  await doors?.close();
  await house?.close();
});

const document = `mutation ($input: PrepareUploadInput!) {
  prepareCommentUpload(input: $input) { upload { id url } refusal { code field } }
}`;
const ordinary = { fileName: 'bao-cao.pdf', contentType: 'application/pdf', size: 1_000 };
const ask = (who: keyof typeof actors, change: object = {}) =>
  house.execute(document, { input: { idempotencyKey: randomUUID(), ...ordinary, ...change } }, actors[who]);
const mutation = 'prepareCommentUpload';

describe('Mutation.prepareCommentUpload', () => {
  test.each(['member', 'secretary', 'residenceWard'] as const)('%s may bring a file', async (who) => {
    expect((await ask(who)).data?.[mutation].upload.url).toContain('/files/evaluation/uploads/');
  });

  test.each(['applicant', 'locked'] as const)('%s may not', async (who) => {
    expect((await ask(who)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test.each([
    [{ classification: 'SECRET' }, 'FILE_CLASSIFIED', 'classification'],
    [{ fileName: 'TỐI MẬT báo cáo.pdf' }, 'FILE_CLASSIFIED', 'fileName'],
    [{ fileName: '../../bao-cao.pdf' }, 'FILE_NAME_INVALID', 'fileName'],
    [{ fileName: 'bao-cao.exe' }, 'FILE_TYPE_NOT_ALLOWED', 'fileName'],
    [{ contentType: 'text/html' }, 'FILE_TYPE_NOT_ALLOWED', 'contentType'],
    [{ size: 20 * 1024 * 1024 + 1 }, 'FILE_TOO_LARGE', 'size'],
  ])('%j is refused %s', async (change, code, field) => {
    expect((await ask('member', change)).data?.[mutation]).toEqual({
      upload: null,
      refusal: { code, field },
    });
  });

  test('somebody else does not get the address by the same key, nor the file by its id', async () => {
    const idempotencyKey = randomUUID();
    const mine = (await ask('member', { idempotencyKey })).data?.[mutation].upload;
    const theirs = (await ask('neighbour', { idempotencyKey })).data?.[mutation].upload;
    expect(theirs.id).not.toBe(mine.id);
    const file = await samplePdf();
    const id = await uploadFile(house, doors.app, { mutation, actor: actors.member, file });
    const subject = { kind: 'SelfReport', id: randomUUID() };
    expect(await attachFile(house.em(), actors.neighbour, id, subject)).toMatchObject({
      code: 'FILE_NOT_UPLOADED',
    });
    expect(await attachFile(house.em(), actors.member, id, subject)).toBeNull();
    expect(await attachFile(house.em(), actors.member, id, subject)).toMatchObject({ code: 'FILE_IN_USE' });
    expect(await attachFile(house.em(), actors.member, randomUUID(), subject)).toMatchObject({
      code: 'FILE_NOT_UPLOADED',
    });
  });

  test('an address for one id opens no other', async () => {
    const { url } = (await ask('member')).data?.[mutation].upload ?? {};
    const elsewhere = pathOf(url).replace(/uploads\/[^?]+/, `uploads/${randomUUID()}`);
    expect((await putBytes(doors.app, elsewhere, await samplePdf())).statusCode).toBe(403);
    const reading = pathOf(url).replace('uploads/', '');
    expect((await doors.app.inject({ url: reading })).statusCode).toBe(403);
  });
});
