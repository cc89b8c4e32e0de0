import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { requestNow } from './request-scope.ts';

/** Errors whose own words may go out. Everything else is a bug or an outage, and says nothing about itself. */
const SPEAKING_CODES = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
]);

/** Whether an error of this code is a bug or an outage: whoever asked could not have avoided it. */
export const isOurFault = (code: unknown): boolean => typeof code !== 'string' || !SPEAKING_CODES.has(code);

const failure = {
  vi: 'Hệ thống đang gặp sự cố. Hãy thử lại sau.',
  en: 'Something went wrong. Try again later.',
} as const;

/** The error as it leaves the service: a code, the request's id and its trace's; never a stack, a host name or SQL. What is masked is logged. */
export function maskError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const scope = requestNow();
  const marks = { requestId: scope?.requestId, traceId: scope?.span.place.traceId };
  const { message, locations, path, extensions } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const code = extensions?.code;
  if (!isOurFault(code)) {
    return { message, ...place, extensions: { code, ...marks } };
  }
  scope?.log.error({ err: unwrapResolverError(thrown), path }, 'a request failed');
  return {
    message: failure[scope?.language ?? 'vi'],
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...marks },
  };
}
