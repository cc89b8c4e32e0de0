import type { DoorParts } from '@dang/service/doors/door';
import { signedGet } from '@dang/service/doors/signed-door';
import type { FastifyInstance } from 'fastify';
import { type ByteBudget, holdRoom } from './byte-budget.ts';
import { FileDamaged, filesById, readFile } from './stored-file.ts';

const RETRY_SECONDS = '5';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A name for every browser: plain letters for old ones, the whole name beside it (RFC 6266, RFC 8187). */
export function disposition(fileName: string): string {
  const plain = fileName.replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFD').replace(/\p{M}/gu, '');
  const ascii = plain.replace(/[^\w.() -]/g, '_');
  const whole = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}

/** `GET /files/<service>/<id>`: the bytes of a file, to whoever holds a signed address (`attachment`). */
export function downloadDoor(
  app: FastifyInstance,
  { orm, environment, log }: DoorParts,
  { service, budget }: { service: string; budget: ByteBudget },
): void {
  signedGet<{ id: string }>(app, `/files/${service}/:id`, environment, async ({ id }, reply) => {
    if (!uuid.test(id)) return undefined;
    const em = orm.em.fork();
    const row = (await filesById(em, [id])).get(id);
    if (!row) return undefined;
    // what lies in the storage, and what it is when it is opened
    const release = budget.take(2 * row.byteSize);
    if (!release)
      return reply.header('retry-after', RETRY_SECONDS).code(503).send({ error: 'TOO_MANY_DOWNLOADS' });
    const room = holdRoom(release, reply.raw);
    try {
      const file = await room.during(() => readFile(em, environment, id));
      if (!file) return undefined;
      return reply
        .headers({
          'content-type': file.contentType,
          'content-disposition': disposition(file.fileName),
          'content-security-policy': "default-src 'none'",
        })
        .send(file.bytes);
    } catch (error) {
      if (!(error instanceof FileDamaged)) throw error;
      log.error({ err: error, file: id }, 'a stored file is damaged');
      return reply.code(500).send({ error: 'FILE_DAMAGED' });
    }
  });
}
