import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { testActor } from '@dang/service/testing';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openPapers } from '../../test-subgraph/definition.ts';
import { pathOf } from '../testing-files.ts';
import { type SampleFile, samplePdf } from '../testing-samples.ts';
import { byteBudget } from './byte-budget.ts';
import { uploadDoor } from './upload.door.ts';

let house: Awaited<ReturnType<typeof openPapers>>;
let doors: ReturnType<typeof openTestDoors>;
let pdf: SampleFile;
let port: number;
beforeAll(async () => {
  house = await openPapers();
  pdf = await samplePdf();
  const budget = byteBudget(pdf.bytes.length + 1);
  doors = openTestDoors(house, [(app, parts) => uploadDoor(app, parts, { service: 'papers', budget })]);
  await doors.app.listen({ host: '127.0.0.1', port: 0 });
  port = (doors.app.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await doors?.close();
  await house?.close();
});

async function announce(): Promise<string> {
  const { fileName, contentType, bytes } = pdf;
  const input = { idempotencyKey: randomUUID(), fileName, contentType, size: bytes.length };
  const { data } = await house.execute(
    'mutation ($input: PrepareUploadInput!) { preparePaperUpload(input: $input) { upload { url } } }',
    { input },
    testActor(),
  );
  return pathOf(data?.preparePaperUpload.upload.url);
}

const put = (path: string) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'PUT',
    headers: { 'content-type': pdf.contentType },
    body: new Uint8Array(pdf.bytes),
  });

test('a line that breaks in the middle leaves nothing and gives its room back', async () => {
  const path = await announce();
  const line = connect(port, '127.0.0.1');
  await once(line, 'connect');
  line.write(
    `PUT ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${pdf.contentType}\r\nContent-Length: ${pdf.bytes.length}\r\n\r\n`,
  );
  line.write(pdf.bytes.subarray(0, 1_000));
  await sleep(300);
  expect((await put(await announce())).status).toBe(503);
  line.destroy();
  await sleep(300);
  const isFile = readdirSync(house.folder, { recursive: true, withFileTypes: true }).some((one) =>
    one.isFile(),
  );
  expect(isFile).toBe(false);
  const answer = await put(path);
  expect(answer.status).toBe(201);
  expect((await put(path)).status).toBe(200);
});

test('a line that breaks while the announcement is looked up takes no room for ever', async () => {
  const path = await announce();
  const { promise: isOver, resolve: letGo } = Promise.withResolvers<void>();
  const locked = house.em().transactional(async (em) => {
    await em.execute('lock table file_upload in access exclusive mode');
    await isOver;
  });
  const line = connect(port, '127.0.0.1');
  await once(line, 'connect');
  line.write(
    `PUT ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${pdf.contentType}\r\nContent-Length: ${pdf.bytes.length}\r\n\r\n`,
  );
  await sleep(300);
  line.destroy();
  await sleep(200);
  letGo();
  await locked;
  await sleep(200);
  expect((await put(path)).status).toBe(201);
});

test('who brings a file and leaves keeps its room until it is stored', async () => {
  const [path, other] = [await announce(), await announce()];
  const { promise: isOver, resolve: letGo } = Promise.withResolvers<void>();
  const locked = house.em().transactional(async (em) => {
    await em.execute('lock table stored_file in access exclusive mode');
    await isOver;
  });
  const line = connect(port, '127.0.0.1');
  await once(line, 'connect');
  line.write(
    `PUT ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${pdf.contentType}\r\nContent-Length: ${pdf.bytes.length}\r\n\r\n`,
  );
  line.write(pdf.bytes);
  await sleep(400);
  line.destroy();
  await sleep(300);
  expect((await put(other)).status).toBe(503);
  letGo();
  await locked;
  await sleep(300);
  expect((await put(other)).status).toBe(201);
});
