import type { FastifyReply, FastifyRequest } from 'fastify';

const oneDay = '86400';

/**
 * Answers browsers of the listed origins, and nobody else: with an empty list no cross-origin header is ever sent.
 * A preflight is answered here; true means that the request is done with.
 */
export function answerCors(
  origins: ReadonlySet<string>,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  const { origin } = request.headers;
  if (origins.size === 0 || origin === undefined) return false;
  void reply.header('vary', 'Origin');
  if (!origins.has(origin)) return false;
  void reply.header('access-control-allow-origin', origin);
  void reply.header('access-control-expose-headers', 'x-request-id, x-trace-id');
  if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return false;
  void reply
    .code(204)
    .header('access-control-allow-methods', 'GET, POST')
    .header(
      'access-control-allow-headers',
      'authorization, content-type, accept-language, x-request-id, traceparent, x-dang-release, x-unattended, apollo-require-preflight',
    )
    .header('access-control-max-age', oneDay)
    .send();
  return true;
}
