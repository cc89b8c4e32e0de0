import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceEnvironment } from '../environment.ts';
import { verifyUrl } from './signed-url.ts';

const refusals = { FORGED: 403, EXPIRED: 410 } as const;

/**
 * A door that opens to whoever holds a link that we signed (`signUrl`): who may have the link was decided when it was given. Another
 * path or query is 403, a link whose time is over 410, and `answer` is not asked. What it answers with undefined is 404.
 */
export function signedGet<Params extends Record<string, string>>(
  app: FastifyInstance,
  path: string,
  environment: ServiceEnvironment,
  answer: (params: Params, reply: FastifyReply, request: FastifyRequest) => Promise<FastifyReply | undefined>,
): void {
  app.get<{ Params: Params }>(path, async (request, reply) => {
    const verdict = verifyUrl(environment, request.url);
    if (verdict !== 'GOOD') return reply.code(refusals[verdict]).send({ error: verdict });
    const answered = await answer(request.params as Params, reply, request as FastifyRequest);
    return answered ?? reply.code(404).send({ error: 'NOT_FOUND' });
  });
}

/** Sends a file to be saved or opened under this name. */
export function sendFile(
  reply: FastifyReply,
  { name, type, body }: { name: string; type: string; body: Buffer | NodeJS.ReadableStream },
): FastifyReply {
  return reply
    .headers({ 'content-type': type, 'content-disposition': `inline; filename="${name}"` })
    .send(body);
}
