import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Language } from './request-marks.ts';

/** The codes that a front end may meet; a new one is documented here before anybody can see it. */
export const knownCodes = {
  BAD_REQUEST: 'The HTTP request is not a GraphQL request that we take.',
  BAD_USER_INPUT: 'A value has the wrong shape: a malformed id, a page size out of range.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL, or longer than allowed.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'Which of the operations of the document is meant is not said.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Send the document itself.',
  QUERY_TOO_LARGE: 'Too deep, too many aliases or directives, or too costly to plan.',
  PAYLOAD_TOO_LARGE: 'The body is over 1 MB.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is not application/json.',
  UNAUTHENTICATED: 'Nobody is signed in, or the access token no longer holds.',
  FORBIDDEN: 'No such permission anywhere.',
  RATE_LIMITED: 'Too many attempts; try again later.',
  NOT_FOUND: 'There is no such address.',
  SUBGRAPH_UNAVAILABLE: 'One service cannot be reached; the others have answered.',
  INTERNAL_SERVER_ERROR: 'A fault of ours; the request id finds it in the logs.',
} as const;

export type KnownCode = keyof typeof knownCodes;

/** What people may read on a screen is said in their language; the rest is for developers and in English. */
const spoken: Partial<Record<KnownCode, Record<Language, string>>> = {
  INTERNAL_SERVER_ERROR: {
    vi: 'Hệ thống đang gặp sự cố. Hãy thử lại sau.',
    en: 'Something went wrong. Try again later.',
  },
  SUBGRAPH_UNAVAILABLE: {
    vi: 'Một phần của hệ thống tạm thời không trả lời. Hãy thử lại sau.',
    en: 'A part of the system does not answer now. Try again later.',
  },
};

const isKnown = (code: unknown): code is KnownCode =>
  typeof code === 'string' && Object.hasOwn(knownCodes, code);

/** What a subgraph may say in its own words; everything else it says is a fault of ours. */
const subgraphMaySay = new Set<unknown>([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'RATE_LIMITED',
  'SUBGRAPH_UNAVAILABLE',
]);

/** The planner's own guards throw plain errors: the query is at fault, not we. */
export const isTooCostlyToPlan = (error: unknown): boolean =>
  error instanceof Error && /(recursive selections|non-local selections)/.test(error.message);

/**
 * The code under which an error leaves the house; `INTERNAL_SERVER_ERROR` for everything unexpected, for codes that
 * are not in the list, and for what a subgraph says about our own queries.
 */
export function shownCode(error: unknown): KnownCode {
  if (isTooCostlyToPlan(error)) return 'QUERY_TOO_LARGE';
  if (!(error instanceof GraphQLError)) return 'INTERNAL_SERVER_ERROR';
  const { code, serviceName } = error.extensions;
  if (serviceName !== undefined)
    return subgraphMaySay.has(code) ? (code as KnownCode) : 'INTERNAL_SERVER_ERROR';
  // ApolloServer puts its own code over the one that a validation rule or a scalar gave; the original remembers.
  const own = error.originalError instanceof GraphQLError ? error.originalError.extensions : {};
  if (own.validationErrorCode === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED') return 'QUERY_TOO_LARGE';
  if (isKnown(own.code)) return own.code;
  return isKnown(code) ? code : 'INTERNAL_SERVER_ERROR';
}

/**
 * What leaves the house of an error: message, place, code and, for an outage, the service's name; never a stack, a
 * host name or a word of a database.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = shownCode(error);
  const { locations, path } = formatted;
  const { serviceName } = formatted.extensions ?? {};
  return {
    message: spoken[code]?.vi ?? formatted.message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...(code === 'SUBGRAPH_UNAVAILABLE' && { serviceName }) },
  };
}

/** What every error says of the request that it answers. `traceId` is missing only where there is nothing to trace. */
export type ErrorMarks = { requestId: string; traceId?: string | undefined; language: Language };

/** The same error with the request's id and its trace's, and in the request's language. */
export function addressed(
  error: GraphQLFormattedError,
  { requestId, traceId, language }: ErrorMarks,
): GraphQLFormattedError {
  const code = error.extensions?.code as KnownCode;
  const message = spoken[code]?.[language] ?? error.message;
  return { ...error, message, extensions: { ...error.extensions, requestId, ...(traceId && { traceId }) } };
}

/** Whether whoever asked could not have avoided it: an outage, or a fault of ours. */
export const isOurFault = (code: KnownCode): boolean =>
  code === 'INTERNAL_SERVER_ERROR' || code === 'SUBGRAPH_UNAVAILABLE';

/** Is the whole answer nothing but refusals of the input? Then HTTP 400 says so too. */
export function isBadInput(answer: {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[] | undefined;
}): boolean {
  const { data, errors } = answer;
  if (!errors?.length || !errors.every((error) => error.extensions?.code === 'BAD_USER_INPUT')) return false;
  return data === null || data === undefined || Object.values(data).every((value) => value === null);
}
