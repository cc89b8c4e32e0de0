import { beginSpan, placeOfStranger, type Span } from '@dang/telemetry/trace';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { addressed, type ErrorMarks, type KnownCode } from './error-masking.ts';
import { languageOf } from './request-marks.ts';

/** What is answered outside GraphQL, in the shape of its errors. */
const problems: Readonly<Record<number, { code: KnownCode; message: string }>> = {
  400: { code: 'BAD_REQUEST', message: 'The request cannot be read.' },
  404: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
  413: { code: 'PAYLOAD_TOO_LARGE', message: 'The body is larger than 1 MB.' },
  415: { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Send the operation as application/json.' },
};
const fault: { code: KnownCode; message: string } = { code: 'INTERNAL_SERVER_ERROR', message: '' };

const marksOf = (request: FastifyRequest): ErrorMarks => ({
  requestId: request.id,
  traceId: request.span?.place.traceId,
  language: languageOf(request.headers),
});

/** The span of a request from now on, named to whoever asked. */
export function beginRequest(request: FastifyRequest, reply: FastifyReply, name: string): Span {
  const parent = placeOfStranger(request.headers.traceparent);
  const span = beginSpan({ kind: 'gateway request', name, parent });
  request.span = span;
  void reply.header('x-trace-id', span.place.traceId);
  return span;
}

type ErrorBody = { errors?: GraphQLFormattedError[] };

/** Refuses a request before any operation runs; `problem` defaults to what the status means. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  problem?: typeof fault,
): void {
  // what never came to the graph has none yet
  if (!request.span) beginRequest(request, reply, 'nowhere');
  const { code, message } =
    problem ?? problems[status] ?? (status < 500 ? problems[400] : undefined) ?? fault;
  void reply.code(status).send({ errors: [addressed({ message, extensions: { code } }, marksOf(request))] });
}

/** Puts the ids of request and trace into errors that ApolloServer made before there was a request to speak of, and counts them. */
export function finishErrors(
  payload: string,
  request: FastifyRequest,
  count: (code: string) => void,
): string {
  const marks = marksOf(request);
  const body = JSON.parse(payload) as ErrorBody;
  const errors = (body.errors ?? []).map((error) => addressed(error, marks));
  for (const { extensions } of errors) count(String(extensions?.code));
  return JSON.stringify({ ...body, errors });
}
