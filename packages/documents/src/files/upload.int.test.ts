import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testActor } from '@dang/service/testing';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPapers } from '../../test-subgraph/definition.ts';
import { pathOf, putBytes, uploadFile } from '../testing-files.ts';
import { type SampleFile, sampleDocx, sampleJpeg, samplePdf, samplePng } from '../testing-samples.ts';
import { attachment } from './attachment.ts';
import { attachFile, filesById } from './stored-file.ts';

let house: Awaited<ReturnType<typeof openPapers>>;
let pdf: SampleFile;
const member = testActor();
beforeAll(async () => {
  house = await openPapers();
  pdf = await samplePdf();
});
afterAll(() => house?.close());

const mutation = 'preparePaperUpload';

async function prepare(file: SampleFile, more: Record<string, unknown> = {}, key: string = randomUUID()) {
  const { fileName, contentType, bytes } = file;
  const input = { idempotencyKey: key, fileName, contentType, size: bytes.length, ...more };
  const { data, errors } = await house.execute(
    `mutation ($input: PrepareUploadInput!) { ${mutation}(input: $input) {
      upload { id url contentType size expiresAt } refusal { code field } } }`,
    { input },
    member,
  );
  return { ...data?.[mutation], errors };
}

const storedFiles = () =>
  readdirSync(house.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test('an account announces 100 files or 500 MB that nothing uses, and no more', async () => {
  const announce = async (actor: ReturnType<typeof testActor>, size: number) => {
    const input = { idempotencyKey: randomUUID(), fileName: 'a.pdf', contentType: 'application/pdf', size };
    const { data } = await house.execute(
      `mutation ($input: PrepareUploadInput!) { ${mutation}(input: $input) { upload { id } refusal { code } } }`,
      { input },
      actor,
    );
    return data?.[mutation].refusal?.code ?? 'done';
  };
  const [many, large] = [testActor(), testActor()];
  for (let number = 0; number < 100; number += 1) expect(await announce(many, 1)).toBe('done');
  expect(await announce(many, 1)).toBe('RATE_LIMITED');
  for (let number = 0; number < 25; number += 1) expect(await announce(large, 20 * 1024 * 1024)).toBe('done');
  expect(await announce(large, 1)).toBe('RATE_LIMITED');
  await house.em().execute(
    `insert into stored_file (id, storage_key, data_key_sealed, file_name, content_type, byte_size, sha256, origin, account_id,
       attached_kind, attached_id)
     select id, id::text, '', file_name, content_type, byte_size, sha256('x'), 'UPLOAD', account_id, 'Note', uuidv7()
     from file_upload where account_id = ? limit 1`,
    [large.accountId],
  );
  expect(await announce(large, 1)).toBe('done');
});

test('no more than 100 either when they are announced all at once', async () => {
  const actor = testActor();
  const announce = async () => {
    const input = {
      idempotencyKey: randomUUID(),
      fileName: 'a.pdf',
      contentType: 'application/pdf',
      size: 1,
    };
    const { data } = await house.execute(
      `mutation ($input: PrepareUploadInput!) { ${mutation}(input: $input) { refusal { code } } }`,
      { input },
      actor,
    );
    return data?.[mutation]?.refusal?.code ?? 'done';
  };
  await Promise.all(Array.from({ length: 99 }, announce));
  const answers = await Promise.all(Array.from({ length: 8 }, announce));
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
});

test('one dossier takes 100 files and no more, however often one takes the place of another', async () => {
  const actor = testActor();
  const subject = { kind: 'Report', id: randomUUID() };
  const rows = await house.em().execute<{ id: string }[]>(
    `insert into stored_file (id, storage_key, data_key_sealed, file_name, content_type, byte_size, sha256, origin, account_id,
       attached_kind, attached_id)
     select uuidv7(), uuidv7()::text, '', 'a.pdf', 'application/pdf', 1, sha256('x'), 'UPLOAD', ?::uuid,
       case when n <= 99 then ? end, case when n <= 99 then ?::uuid end from generate_series(1, 101) n
     returning id`,
    [actor.accountId, subject.kind, subject.id],
  );
  const [first = '', second = ''] = rows.slice(-2).map(({ id }) => id);
  expect(await attachFile(house.em(), actor, first, subject)).toBeNull();
  expect(await attachFile(house.em(), actor, second, subject)).toMatchObject({ code: 'RATE_LIMITED' });
});

describe('a file is brought and fetched', () => {
  test.each(['pdf', 'png', 'jpeg', 'docx'])('a whole %s comes back as it was', async (kind) => {
    const samples = { pdf, png: samplePng(), jpeg: sampleJpeg(), docx: await sampleDocx() };
    const file = samples[kind as keyof typeof samples];
    const { upload } = await prepare(file);
    const answer = await putBytes(house.app, upload.url, file);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    expect([answer.statusCode, answer.json()]).toEqual([
      201,
      { id: upload.id, sha256, size: file.bytes.length },
    ]);
    const row = (await filesById(house.em(), [upload.id])).get(upload.id);
    if (!row) throw new Error('no row');
    const shown = attachment(house.environment, 'papers', row);
    expect(shown).toMatchObject({ fileName: file.fileName, size: file.bytes.length, sha256 });
    const fetched = await house.app.inject({ url: pathOf(shown.url) });
    expect(fetched.statusCode).toBe(200);
    expect(fetched.rawPayload.equals(file.bytes)).toBe(true);
    expect(fetched.headers['content-type']).toBe(file.contentType);
    expect(fetched.headers['content-disposition']).toMatch(
      /^attachment; filename="[\x20-\x7e]+"; filename\*=/,
    );
    expect(fetched.headers['x-content-type-options']).toBe('nosniff');
  });

  test('what lies in the storage says nothing of what it is', async () => {
    await uploadFile(house, house.app, { mutation, actor: member, file: pdf });
    for (const entry of storedFiles()) {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      expect(bytes.includes('%PDF')).toBe(false);
      expect(entry.name).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('the same call again gives the same address, and the same bytes again are taken once', async () => {
    const key = randomUUID();
    const first = await prepare(pdf, {}, key);
    expect(await prepare(pdf, {}, key)).toEqual(first);
    expect((await putBytes(house.app, first.upload.url, pdf)).statusCode).toBe(201);
    const before = storedFiles().length;
    expect((await putBytes(house.app, first.upload.url, pdf)).statusCode).toBe(200);
    expect(storedFiles()).toHaveLength(before);
    expect(await prepare(pdf, {}, key)).toEqual(first);
  });

  test('other bytes under an id that is taken are 409', async () => {
    const { upload } = await prepare(pdf);
    expect((await putBytes(house.app, upload.url, pdf)).statusCode).toBe(201);
    const other = Buffer.from(pdf.bytes);
    other.write('9', other.indexOf('D:2026') + 5);
    const answer = await putBytes(house.app, upload.url, { ...pdf, bytes: other });
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { error: 'OTHER_BYTES' }]);
  });

  test('of two who bring bytes at once one is told that it stored them, and one file lies there', async () => {
    const { upload } = await prepare(pdf);
    const before = storedFiles().length;
    const answers = await Promise.all(Array.from({ length: 4 }, () => putBytes(house.app, upload.url, pdf)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 201]);
    expect(storedFiles()).toHaveLength(before + 1);
  });
});
