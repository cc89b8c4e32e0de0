import { AsyncLocalStorage } from 'node:async_hooks';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/** What an error needs to know of the request in which it happened. */
export type RequestScope = { requestId: string; language: 'vi' | 'en'; log: Logger };

/** The request that runs now; errors are formatted outside of resolvers, where no context is at hand. */
export const requestScope = new AsyncLocalStorage<RequestScope>();

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

const failure = {
  vi: 'Hệ thống đang gặp sự cố. Hãy thử lại sau.',
  en: 'Something went wrong. Try again later.',
} as const;

/** The error as it leaves the service: a code and the request id; never a stack, a host name or SQL. What is masked is logged. */
export function maskError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const scope = requestScope.getStore();
  const requestId = scope?.requestId;
  const { message, locations, path, extensions } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const code = extensions?.code;
  if (typeof code === 'string' && SPEAKING_CODES.has(code)) {
    return { message, ...place, extensions: { code, requestId } };
  }
  scope?.log.error({ err: unwrapResolverError(thrown), path }, 'a request failed');
  return {
    message: failure[scope?.language ?? 'vi'],
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}
