import type { S3Client } from '@aws-sdk/client-s3';
import { measured } from '@dang/service/outside/measured';
import { assertKey, type FileStorage } from './storage.port.ts';

const CONNECT_MS = 3_000;
const ANSWER_MS = 20_000;
const ATTEMPTS = 3;

/** A bucket, the beginning of the keys in it, and where and as whom it is asked. */
export type S3Place = {
  bucket: string;
  prefix: string;
  endpoint?: string | undefined;
  region: string;
  accessKey: string;
  secretKey: string;
};

/** Loaded when it is first asked: a service that keeps its files in a folder does without these 20 MB. */
async function connect({ endpoint, region, accessKey, secretKey }: S3Place) {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
    // stores other than Amazon's do not know the checksums that the client would add by itself
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { sdk, client };
}

/** Files in a bucket of anything that speaks S3. A put is whole by the protocol: its length and its hash are signed. */
export function s3Storage(place: S3Place): FileStorage {
  const { bucket: Bucket, prefix } = place;
  let connected: ReturnType<typeof connect> | undefined;
  const open = () => {
    connected ??= connect(place);
    return connected;
  };
  const at = (key: string) => {
    assertKey(key);
    return { Bucket, Key: `${prefix}${key}` };
  };
  async function* list(olderThan: Date): AsyncGenerator<string> {
    const { sdk, client } = await open();
    for await (const page of sdk.paginateListObjectsV2(
      { client: client as S3Client },
      { Bucket, Prefix: prefix },
    )) {
      for (const { Key, LastModified } of page.Contents ?? [])
        if (Key && LastModified && LastModified < olderThan) yield Key.slice(prefix.length);
    }
  }
  return {
    async put(key, bytes) {
      const { sdk, client } = await open();
      const command = new sdk.PutObjectCommand({ ...at(key), Body: bytes, ContentLength: bytes.length });
      await measured('storage', () => client.send(command));
    },
    async get(key) {
      const { sdk, client } = await open();
      const command = new sdk.GetObjectCommand(at(key));
      const isAbsent = (error: unknown) => error instanceof sdk.NoSuchKey;
      const read = async () => {
        const { Body } = await client.send(command);
        return Body ? Buffer.from(await Body.transformToByteArray()) : null;
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
      await measured('storage', () => client.send(command));
    },
    list,
  };
}
