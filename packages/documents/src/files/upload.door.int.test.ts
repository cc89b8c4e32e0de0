import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { signUrl } from '@dang/service/doors/signed-url';
import { testActor } from '@dang/service/testing';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPapers } from '../../test-subgraph/definition.ts';
import { pathOf, putBytes } from '../testing-files.ts';
import { type SampleFile, sampleDocx, samplePdf, samplePng } from '../testing-samples.ts';
import { byteBudget } from './byte-budget.ts';
import { fileEnvironment } from './file-environment.ts';
import { FileDamaged, readFile } from './stored-file.ts';
import { uploadDoor } from './upload.door.ts';

let house: Awaited<ReturnType<typeof openPapers>>;
let pdf: SampleFile;
beforeAll(async () => {
  house = await openPapers();
  pdf = await samplePdf();
});
afterAll(() => house?.close());

async function prepare(
  file: SampleFile,
  more: Record<string, unknown> = {},
): Promise<{ id: string; url: string }> {
  const { fileName, contentType, bytes } = file;
  const input = { idempotencyKey: randomUUID(), fileName, contentType, size: bytes.length, ...more };
  const { data } = await house.execute(
    'mutation ($input: PrepareUploadInput!) { preparePaperUpload(input: $input) { upload { id url } refusal { code } } }',
    { input },
    testActor(),
  );
  return data?.preparePaperUpload.upload;
}

const filesIn = () =>
  readdirSync(house.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const rowsOf = async (id: string) =>
  (await house.em().execute('select id from stored_file where id = ?', [id])).length;
const told = (answer: { statusCode: number; json(): unknown }) => [answer.statusCode, answer.json()];

describe('PUT /files/<service>/uploads/<id> refuses', () => {
  test('an address that nobody signed, one for reading, and one whose time is over', async () => {
    const { id, url } = await prepare(pdf);
    expect(told(await putBytes(house.app, `/files/papers/uploads/${id}`, pdf))).toMatchObject([
      403,
      { error: 'FORGED' },
    ]);
    expect(
      told(
        await putBytes(
          house.app,
          url.replace(/.$/, (sign) => (sign === 'A' ? 'E' : 'A')),
          pdf,
        ),
      ),
    ).toMatchObject([403, { error: 'FORGED' }]);
    const over = signUrl(fileEnvironment(house.environment), `/files/papers/uploads/${id}`, {
      expiresAt: new Date(Date.now() - 1_000),
    });
    expect(told(await putBytes(house.app, over, pdf))).toMatchObject([410, { error: 'EXPIRED' }]);
    const reading = signUrl(fileEnvironment(house.environment), `/files/papers/${id}`, {
      expiresAt: new Date(Date.now() + 60_000),
    });
    expect((await putBytes(house.app, reading, pdf)).statusCode).toBe(404);
    expect((await house.app.inject({ url: pathOf(reading) })).statusCode).toBe(404);
    const unknown = signUrl(fileEnvironment(house.environment), `/files/papers/uploads/${randomUUID()}`, {
      expiresAt: new Date(Date.now() + 60_000),
    });
    expect((await putBytes(house.app, unknown, pdf)).statusCode).toBe(404);
  });

  test('bytes without a length, longer or shorter than announced, or of another type than announced', async () => {
    const { url } = await prepare(pdf);
    const streamed = await house.app.inject({
      method: 'PUT',
      url: pathOf(url),
      headers: { 'content-type': pdf.contentType },
      payload: Readable.from([pdf.bytes]),
    });
    expect(streamed.statusCode).toBe(411);
    const longer = { ...pdf, bytes: Buffer.concat([pdf.bytes, Buffer.from('\n')]) };
    expect(told(await putBytes(house.app, url, longer))).toMatchObject([413, { error: 'FILE_TOO_LARGE' }]);
    const huge = { ...pdf, bytes: Buffer.alloc(21 * 1024 * 1024) };
    expect(told(await putBytes(house.app, url, huge))).toMatchObject([413, { error: 'FILE_TOO_LARGE' }]);
    const shorter = { ...pdf, bytes: pdf.bytes.subarray(1) };
    expect(told(await putBytes(house.app, url, shorter))).toMatchObject([422, { error: 'FILE_CONTENT' }]);
    const other = { ...pdf, contentType: 'image/png' };
    expect(told(await putBytes(house.app, url, other))).toMatchObject([
      415,
      { error: 'FILE_TYPE_NOT_ALLOWED' },
    ]);
  });

  test('bytes that are not what was announced, whatever their name says', async () => {
    const png = samplePng();
    const disguised = { ...pdf, bytes: png.bytes };
    const cases: [SampleFile, Record<string, unknown>, number, string][] = [
      [disguised, {}, 415, 'FILE_TYPE_NOT_ALLOWED'],
      [{ ...pdf, bytes: Buffer.from('MZ this program cannot be run') }, {}, 415, 'FILE_TYPE_NOT_ALLOWED'],
      [{ ...pdf, bytes: pdf.bytes.subarray(0, -9) }, {}, 422, 'FILE_CONTENT'],
      [await sampleDocx(['TỐI MẬT']), {}, 422, 'FILE_CLASSIFIED'],
      [await sampleDocx(['x'], { 'word/media/a.png': Buffer.alloc(3_000_000) }), {}, 422, 'FILE_BOMB'],
      [pdf, { sha256: createHash('sha256').update('others').digest('hex') }, 422, 'FILE_HASH'],
    ];
    const before = filesIn().length;
    for (const [file, more, status, error] of cases) {
      const { id, url } = await prepare(file, more);
      expect(told(await putBytes(house.app, url, file))).toMatchObject([status, { error }]);
      expect(await rowsOf(id)).toBe(0);
    }
    expect(filesIn()).toHaveLength(before);
  });

  test('bytes that are refused may be followed by good ones', async () => {
    const { id, url } = await prepare(pdf);
    const bad = { ...pdf, bytes: Buffer.alloc(pdf.bytes.length) };
    expect((await putBytes(house.app, url, bad)).statusCode).toBe(415);
    expect((await putBytes(house.app, url, pdf)).statusCode).toBe(201);
    expect(await rowsOf(id)).toBe(1);
  });

  test('more bytes at once than the process has room for; the room comes back', async () => {
    const budget = byteBudget(pdf.bytes.length + 10);
    const doors = openTestDoors(house, [
      (app, parts) => uploadDoor(app, parts, { service: 'papers', budget }),
    ]);
    const uploads = await Promise.all([1, 2, 3].map(() => prepare(pdf)));
    const answers = await Promise.all(uploads.map(({ url }) => putBytes(doors.app, url, pdf)));
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(0);
    expect(answers.find(({ statusCode }) => statusCode === 503)?.headers['retry-after']).toBe('5');
    for (const { url } of uploads) expect((await putBytes(doors.app, url, pdf)).statusCode).toBeLessThan(300);
    await doors.close();
  });
});

test('a crash between the bytes and the row leaves nothing that anybody sees, and is swept away', async () => {
  const { id, url } = await prepare(pdf);
  const em = house.em();
  await em.execute(
    `create function break_insert() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$`,
  );
  await em.execute(
    'create trigger break_insert before insert on stored_file for each row execute function break_insert()',
  );
  const before = filesIn();
  expect((await putBytes(house.app, url, pdf)).statusCode).toBe(500);
  await em.execute('drop trigger break_insert on stored_file');
  const orphans = filesIn().filter((entry) => !before.some(({ name }) => name === entry.name));
  expect(orphans).toHaveLength(1);
  expect(await rowsOf(id)).toBe(0);
  expect(await readFile(em, house.environment, id)).toBeNull();

  expect((await putBytes(house.app, url, pdf)).statusCode).toBe(201);
  await house.runJob('sweep-files');
  expect(filesIn()).toHaveLength(before.length + 2);
  const old = new Date(Date.now() - 3 * 86_400_000);
  for (const entry of filesIn()) utimesSync(join(entry.parentPath, entry.name), old, old);
  await house.runJob('sweep-files');
  expect(filesIn()).toHaveLength(before.length + 1);
  expect((await readFile(em, house.environment, id))?.bytes.equals(pdf.bytes)).toBe(true);
});

test('a byte touched in the storage, or bytes gone, are noticed', async () => {
  const { id, url } = await prepare(pdf);
  const before = new Set(filesIn().map(({ name }) => name));
  await putBytes(house.app, url, pdf);
  const [entry] = filesIn().filter(({ name }) => !before.has(name));
  if (!entry) throw new Error('nothing was stored');
  const place = join(entry.parentPath, entry.name);
  const bytes = readFileSync(place);
  bytes[500] = (bytes[500] ?? 0) ^ 1;
  writeFileSync(place, bytes);
  await expect(readFile(house.em(), house.environment, id)).rejects.toThrow(FileDamaged);
  const reading = signUrl(fileEnvironment(house.environment), `/files/papers/${id}`, {
    expiresAt: new Date(Date.now() + 60_000),
  });
  expect(told(await house.app.inject({ url: pathOf(reading) }))).toMatchObject([
    500,
    { error: 'FILE_DAMAGED' },
  ]);
  rmSync(place);
  await expect(readFile(house.em(), house.environment, id)).rejects.toThrow('its bytes are gone');
});
