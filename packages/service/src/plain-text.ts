import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { GraphQLError, Kind, visit } from 'graphql';

/** No single text of a request may be longer; fields that are stored set narrower limits of their own. */
export const TEXT_LIMIT = 10_000;

const fault = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });

/**
 * Can this text be stored and read back as it is? PostgreSQL holds no NUL, and half of a surrogate pair is no character:
 * it would come back as another one, and a `jsonb` refuses it.
 */
export const isPlainText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

function check(text: string): void {
  if (text.length > TEXT_LIMIT) throw fault(`a text has at most ${TEXT_LIMIT} characters`);
  if (!isPlainText(text)) throw fault('a text holds a character that cannot be stored');
}

/** Every text inside a JSON value; a loop, since nobody knows how deep it is. */
function checkWithin(value: unknown): void {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') check(next);
    else if (next !== null && typeof next === 'object')
      for (const item of Object.values(next)) open.push(item);
  }
}

/** Refuses `BAD_USER_INPUT`, before any resolver runs, an operation with a text that no field of ours could take. */
export function plainTextOnly<Context extends object>(): ApolloServerPlugin<Context> {
  // the server keeps parsed documents, so one that was found plain is not read again
  const plain = new WeakSet<DocumentNode>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request }) {
          if (!plain.has(document)) visit(document, { [Kind.STRING]: ({ value }) => check(value) });
          plain.add(document);
          checkWithin(request.variables);
        },
      };
    },
  };
}
