import type { DoorParts } from '@dang/service/doors/door';
import { verifyUrl } from '@dang/service/doors/signed-url';
import { counterOf } from '@dang/service/metrics';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FILE_LIMIT_BYTES } from './announced-file.rules.ts';
import { type ByteBudget, type HeldRoom, holdRoom } from './byte-budget.ts';
import { checkFile } from './file-check.ts';
import { sha256Of } from './stored-file.ts';
import { takeUpload } from './take-upload.ts';
import { type AnnouncedUpload, announcedUpload } from './upload.rows.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const statusOf = { FORGED: 403, EXPIRED: 410 } as const;
const RETRY_SECONDS = '5';

type Put = FastifyRequest<{ Params: { id: string }; Body: Buffer | undefined }>;

/**
 * `PUT /files/<service>/uploads/<id>`: the bytes of an announced file, to whoever holds the address that `prepareUpload` signed.
 * Type and length must be those announced, and what comes must be whole and what it says it is. The bytes are put before the row
 * is written: a crash between the two leaves nothing that anybody sees. The same bytes again are answered 200, others 409.
 */
export function uploadDoor(
  app: FastifyInstance,
  { orm, environment, log, metrics }: DoorParts,
  { service, budget }: { service: string; budget: ByteBudget },
): void {
  const announced = new WeakMap<FastifyRequest, { upload: AnnouncedUpload; room: HeldRoom }>();
  const { count } = counterOf(metrics, {
    name: 'file_uploads_total',
    help: 'Files that were brought, by what became of them',
    labels: ['outcome'],
  });
  const refuse = (reply: FastifyReply, status: number, error: string) => {
    count({ outcome: error });
    return reply.code(status).send({ error });
  };
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  /** All that can be known before the first byte is read. */
  async function admit(request: Put, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const verdict = verifyUrl(environment, request.url);
    if (verdict !== 'GOOD') return refuse(reply, statusOf[verdict], verdict);
    const length = request.headers['content-length'];
    if (length === undefined || !/^\d{1,12}$/.test(length)) return refuse(reply, 411, 'LENGTH_REQUIRED');
    if (Number(length) > FILE_LIMIT_BYTES) return refuse(reply, 413, 'FILE_TOO_LARGE');
    const upload = uuid.test(request.params.id)
      ? await announcedUpload(orm.em.fork(), request.params.id)
      : null;
    if (!upload) return refuse(reply, 404, 'NOT_FOUND');
    if (request.headers['content-type'] !== upload.contentType)
      return refuse(reply, 415, 'FILE_TYPE_NOT_ALLOWED');
    if (Number(length) > upload.byteSize) return refuse(reply, 413, 'FILE_TOO_LARGE');
    if (Number(length) < upload.byteSize) return refuse(reply, 422, 'FILE_CONTENT');
    const release = budget.take(upload.byteSize);
    if (!release) return refuse(reply.header('retry-after', RETRY_SECONDS), 503, 'TOO_MANY_UPLOADS');
    announced.set(request, { upload, room: holdRoom(release, reply.raw) });
    return undefined;
  }

  async function take(upload: AnnouncedUpload, bytes: Buffer | undefined, reply: FastifyReply) {
    if (!bytes || bytes.length !== upload.byteSize) return refuse(reply, 422, 'FILE_CONTENT');
    const sha256 = sha256Of(bytes);
    if (upload.sha256 && !sha256.equals(upload.sha256)) return refuse(reply, 422, 'FILE_HASH');
    const fault = await checkFile(bytes, upload.contentType);
    if (fault) {
      log.info({ upload: upload.id, fault }, 'an uploaded file is refused');
      return refuse(reply, fault === 'FILE_TYPE_NOT_ALLOWED' ? 415 : 422, fault);
    }
    const outcome = await takeUpload(orm.em.fork(), environment, upload, bytes);
    if (outcome === 'OTHER_BYTES') return refuse(reply, 409, 'OTHER_BYTES');
    count({ outcome });
    return reply
      .code(outcome === 'STORED' ? 201 : 200)
      .send({ id: upload.id, sha256: sha256.toString('hex'), size: bytes.length });
  }

  app.put<{ Params: { id: string }; Body: Buffer | undefined }>(`/files/${service}/uploads/:id`, {
    bodyLimit: FILE_LIMIT_BYTES,
    onRequest: async (request, reply) => admit(request, reply),
    async handler(request, reply) {
      const admitted = announced.get(request);
      if (!admitted) return refuse(reply, 422, 'FILE_CONTENT');
      const { upload, room } = admitted;
      // an answer is a thing that can be waited for, and would be: it is handed on only when the room is given back
      await room.during(async () => {
        await take(upload, request.body, reply);
      });
      return reply;
    },
  });
}
