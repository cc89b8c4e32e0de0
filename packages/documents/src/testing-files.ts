import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Actor } from '@dang/access/actor';
import type { openSubgraph } from '@dang/service/testing';
import type { FastifyInstance } from 'fastify';
import type { SampleFile } from './testing-samples.ts';

type Subgraph = Pick<Awaited<ReturnType<typeof openSubgraph>>, 'execute'>;

/** What a service with files is told in a test: a folder of its own below the system's, and doors that nobody listens at. */
export function testStorage() {
  const folder = mkdtempSync(join(tmpdir(), 'dang-files-'));
  return {
    folder,
    environment: { STORAGE_URL: pathToFileURL(folder).href, DOORS_URL: 'http://doors.test' },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The path and query of an address of the doors, for `inject`. */
export const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/]+/, '');

/** Puts bytes to the address of a prepared upload. */
export const putBytes = (app: FastifyInstance, url: string, { contentType, bytes }: SampleFile) =>
  app.inject({ method: 'PUT', url: pathOf(url), headers: { 'content-type': contentType }, payload: bytes });

/** Brings a file as somebody does: announced through `mutation` (`prepareCommentUpload`), then put. Answers its id. */
export async function uploadFile(
  house: Subgraph,
  app: FastifyInstance,
  { mutation, actor, file }: { mutation: string; actor: Actor; file: SampleFile },
): Promise<string> {
  const { fileName, contentType, bytes } = file;
  const input = { idempotencyKey: randomUUID(), fileName, contentType, size: bytes.length };
  const document = `mutation ($input: PrepareUploadInput!) {
    ${mutation}(input: $input) { upload { id url } refusal { code } }
  }`;
  const { data, errors } = await house.execute(document, { input }, actor);
  const upload = data?.[mutation]?.upload;
  if (!upload) throw new Error(`not announced: ${JSON.stringify(errors ?? data)}`);
  const answer = await putBytes(app, upload.url, file);
  if (answer.statusCode >= 300) throw new Error(`not taken: ${answer.statusCode} ${answer.body}`);
  return upload.id as string;
}
