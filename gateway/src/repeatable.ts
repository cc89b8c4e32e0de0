import { type ArgumentNode, type DocumentNode, Kind, parse } from 'graphql';
import { errors } from 'undici';

type Variables = Readonly<Record<string, unknown>> | undefined;

/** The connection broke, or there was none: the subgraph that was asked restarts, and another replica may answer. */
const brokenConnection = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNREFUSED',
  'UND_ERR_SOCKET',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code ?? '';

/** Was there no answer because of the connection, rather than because the subgraph is slow or says nonsense? */
export const isBrokenConnection = (error: unknown): boolean =>
  error instanceof errors.SocketError || brokenConnection.has(codeOf(error));

/** Did nothing of the question reach anybody? */
export const wasNeverSent = (error: unknown): boolean => codeOf(error) === 'ECONNREFUSED';

function hasKey({ value }: ArgumentNode, variables: Variables): boolean {
  if (value.kind === Kind.VARIABLE) {
    const input = variables?.[value.name.value];
    return typeof input === 'object' && input !== null && 'idempotencyKey' in input;
  }
  return value.kind === Kind.OBJECT && value.fields.some(({ name }) => name.value === 'idempotencyKey');
}

/**
 * Whether what this document asks may be asked twice: a query, or mutations of which each carries a key by which its service
 * knows it again, so that done twice it has one effect.
 */
export function isRepeatable(query: string, variables: Variables): boolean {
  const document: DocumentNode = parse(query, { noLocation: true });
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return operations.every(
    ({ operation, selectionSet }) =>
      operation === 'query' ||
      selectionSet.selections.every(
        (field) =>
          field.kind === Kind.FIELD &&
          (field.arguments ?? []).some((argument) => hasKey(argument, variables)),
      ),
  );
}
