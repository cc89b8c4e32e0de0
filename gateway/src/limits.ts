import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/** How large one operation may be. */
export type Limits = {
  /** Levels of nested fields; introspection's own nesting does not count. */
  depth: number;
  /** Aliases in the whole operation, fragments counted where they are spread. */
  aliases: number;
  /** Directives in the whole operation. */
  directives: number;
  /** Lexical tokens of the document: parsing stops there. */
  tokens: number;
  /** Fields once every fragment is written out where it is spread. */
  selections: number;
};

/** Wide enough for a home screen of every service at once, far below what keeps the planner busy. */
export const defaultLimits: Limits = {
  depth: 12,
  aliases: 60,
  directives: 30,
  tokens: 2_000,
  selections: 10_000,
};

/** A request body larger than this is refused with HTTP 413. */
export const MAX_BODY_BYTES = 1024 * 1024;

const report = (context: ValidationContext | null, error: GraphQLError): void => {
  const message = error.message.replace(/^Syntax Error: /, '');
  context?.reportError(new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE' } }));
};

/**
 * The limits as options of an ApolloServer. They report, and do not throw, so that a query over a limit is answered
 * HTTP 400: thrown, the same error becomes 500. Tokens are counted by graphql-js itself while it parses.
 */
export function limitOptions(limits: Limits | null): {
  validationRules: ValidationRule[];
  parseOptions: { maxTokens?: number };
  maxRecursiveSelections: number | boolean;
} {
  if (limits === null) return { validationRules: [], parseOptions: {}, maxRecursiveSelections: false };
  const said = { propagateOnRejection: false, onReject: [report] };
  const { validationRules } = new ApolloArmor({
    maxDepth: { n: limits.depth, flattenFragments: true, ...said },
    maxAliases: { n: limits.aliases, ...said },
    maxDirectives: { n: limits.directives, ...said },
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  return {
    validationRules,
    parseOptions: { maxTokens: limits.tokens },
    maxRecursiveSelections: limits.selections,
  };
}
