import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type GatewayToken, noClient } from '@dang/access/tokens';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Clock } from './clock.ts';
import type { GraphContext } from './context.ts';
import type { ServiceDefinition } from './definition.ts';
import type { ServiceEnvironment } from './environment.ts';
import { maskError } from './masking.ts';
import { operationMetrics } from './metrics.ts';
import { plainTextOnly } from './plain-text.ts';
import { countRefusals } from './refusal-metrics.ts';
import { schemaOf } from './schema.ts';

/** What a subgraph works with. */
export type SubgraphParts = {
  orm: MikroORM;
  clock: Clock;
  log: Logger;
  metrics: Registry;
  environment: ServiceEnvironment;
};

/** A subgraph that answers, listening nowhere yet. */
export type Subgraph = {
  server: ApolloServer<GraphContext>;
  /** The context of one request of this caller. */
  contextOf(caller: GatewayToken & { requestId: string }): GraphContext;
};

/** The started GraphQL server of this definition. @throws when the schema or its permissions are wrong. */
export async function makeSubgraph(definition: ServiceDefinition, parts: SubgraphParts): Promise<Subgraph> {
  const { orm, clock, log, metrics, environment } = parts;
  const production = environment.NODE_ENV === 'production';
  const server = new ApolloServer<GraphContext>({
    schema: countRefusals(schemaOf(definition), metrics),
    nodeEnv: environment.NODE_ENV,
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: maskError,
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      operationMetrics(metrics),
      plainTextOnly(),
    ],
  });
  await server.start();
  return {
    server,
    contextOf: ({ actor, language, requestId, client = noClient }) => ({
      actor,
      language,
      requestId,
      client,
      em: orm.em.fork(),
      clock,
      log: log.child({ requestId }),
      loaders: new Map(),
      service: definition.name,
      environment,
      capacityEnded: definition.capacityEnded,
    }),
  };
}
