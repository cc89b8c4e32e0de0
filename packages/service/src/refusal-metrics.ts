import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { Registry } from 'prom-client';
import { counterOf } from './metrics.ts';

type Refused = { refusal?: { code: string } | null } | null | undefined;
type Answer = Refused & { items?: readonly Refused[] | null };

/**
 * Counts what mutations refuse, by code: a refusal is an answer like any other, and neither an error nor in the log. A mutation of
 * many things counts each of them.
 */
export function countRefusals(schema: GraphQLSchema, registry: Registry): GraphQLSchema {
  const refusals = counterOf(registry, {
    name: 'graphql_refusals_total',
    help: 'What mutations refused, by code',
    labels: ['code'],
  });
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = async (...asked) => {
      const answer = (await resolve(...asked)) as Answer;
      for (const each of [answer, ...(Array.isArray(answer?.items) ? answer.items : [])])
        if (each?.refusal) refusals.count({ code: each.refusal.code });
      return answer;
    };
  }
  return schema;
}
