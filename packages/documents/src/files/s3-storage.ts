import { addAbortSignal, type Readable } from 'node:stream';
import { measured } from '@dang/service/outside/measured';
import { assertKey, type FileStorage } from './storage.port.ts';

const CONNECT_MS = 3_000;
const ANSWER_MS = 20_000;
const ATTEMPTS = 3;
/** More than any file of ours, encrypted. */
const FILE_BYTES = 64_000_000;

/** A bucket, the beginning of the keys in it, and where and as whom it is asked. */
export type S3Place = {
  bucket: string;
  prefix: string;
  endpoint?: string | undefined;
  region: string;
  /** Empty, with the other: who runs here is known there without one. */
  accessKey: string;
  secretKey: string;
  /** How long to wait for an answer to begin, or to go on; twice that for all attempts and the whole of it. */
  answerMs?: number;
};

/** Loaded when it is first asked: a service that keeps its files in a folder does without these 20 MB. */
async function connect({ endpoint, region, accessKey, secretKey, answerMs = ANSWER_MS }: S3Place) {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(accessKey && { credentials: { accessKeyId: accessKey, secretAccessKey: secretKey } }),
    maxAttempts: ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: answerMs,
      // by itself it only complains, and waits on
      throwOnRequestTimeout: true,
      socketTimeout: answerMs,
    },
    // stores other than Amazon's do not know the checksums that the client would add by itself
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { sdk, client };
}

/** All of a file, as long as it is none that we never put there. */
async function whole(body: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > FILE_BYTES) throw new Error(`what the bucket answers is longer than ${FILE_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/**
 * Files in a bucket of anything that speaks S3. A put is whole by the protocol: its length and its hash are signed. A bucket that does not
 * answer, or not to the end, is an error after a while.
 */
export function s3Storage(place: S3Place): FileStorage {
  const { bucket: Bucket, prefix, answerMs = ANSWER_MS } = place;
  let connected: ReturnType<typeof connect> | undefined;
  const open = () => {
    connected ??= connect(place);
    return connected;
  };
  const at = (key: string) => {
    assertKey(key);
    return { Bucket, Key: `${prefix}${key}` };
  };
  const patience = () => AbortSignal.timeout(2 * answerMs);
  async function* list(olderThan: Date): AsyncGenerator<string> {
    const { sdk, client } = await open();
    let from: string | undefined;
    do {
      const command = new sdk.ListObjectsV2Command({ Bucket, Prefix: prefix, ContinuationToken: from });
      const page = await measured('storage', () => client.send(command, { abortSignal: patience() }));
      for (const { Key, LastModified } of page.Contents ?? [])
        if (Key?.startsWith(prefix) && LastModified && LastModified < olderThan)
          yield Key.slice(prefix.length);
      const { NextContinuationToken: next } = page;
      if (next !== undefined && next === from) throw new Error('the list of the bucket does not go on');
      from = next;
    } while (from !== undefined);
  }
  return {
    async put(key, bytes) {
      const { sdk, client } = await open();
      const command = new sdk.PutObjectCommand({ ...at(key), Body: bytes, ContentLength: bytes.length });
      await measured('storage', () => client.send(command, { abortSignal: patience() }));
    },
    async get(key) {
      const { sdk, client } = await open();
      const command = new sdk.GetObjectCommand(at(key));
      const isAbsent = (error: unknown) => error instanceof sdk.NoSuchKey;
      const read = async () => {
        const abortSignal = patience();
        const { Body } = await client.send(command, { abortSignal });
        return Body ? await whole(addAbortSignal(abortSignal, Body as Readable)) : null;
      };
      try {
        return await measured('storage', read, (_, error) => isAbsent(error));
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    async remove(key) {
      const { sdk, client } = await open();
      const command = new sdk.DeleteObjectCommand(at(key));
      await measured('storage', () => client.send(command, { abortSignal: patience() }));
    },
    list,
  };
}
