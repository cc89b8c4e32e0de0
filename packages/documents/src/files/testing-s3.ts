import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Stored = { bytes: Buffer; modifiedAt: Date };

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A bucket in memory that speaks as much S3 as the adapter needs; `failNext` makes it break down for so many requests. */
export async function openS3StandIn() {
  const objects = new Map<string, Stored>();
  const asked: string[] = [];
  let failing = 0;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3.test');
    const key = decodeURIComponent(url.pathname.replace(/^\/[^/]+\/?/, ''));
    asked.push(`${request.method} ${key}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = (status: number, body: string | Buffer = '') => {
      response.writeHead(status, {
        'content-type': 'application/xml',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    };
    if (failing > 0) {
      failing -= 1;
      return answer(503, '<Error><Code>SlowDown</Code></Error>');
    }
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/'))
      return answer(403, '<Error><Code>AccessDenied</Code></Error>');
    if (request.method === 'PUT') {
      objects.set(key, { bytes: Buffer.concat(chunks), modifiedAt: new Date() });
      return answer(200);
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return answer(204);
    }
    if (url.searchParams.get('list-type') === '2') {
      const prefix = url.searchParams.get('prefix') ?? '';
      const after = url.searchParams.get('continuation-token') ?? '';
      const keys = [...objects.keys()].filter((each) => each.startsWith(prefix) && each > after).sort();
      const page = keys.slice(0, 2);
      const more = keys.length > page.length;
      const rows = page.map(
        (each) =>
          `<Contents><Key>${escapeXml(each)}</Key><LastModified>${objects.get(each)?.modifiedAt.toISOString()}</LastModified></Contents>`,
      );
      const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
      return answer(
        200,
        `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${rows.join('')}</ListBucketResult>`,
      );
    }
    const found = objects.get(key);
    return found ? answer(200, found.bytes) : answer(404, '<Error><Code>NoSuchKey</Code></Error>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    objects,
    asked,
    failNext(requests: number) {
      failing = requests;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
