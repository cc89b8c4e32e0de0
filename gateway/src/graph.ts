import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { scalarResolvers } from '@dang/service/scalars';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { checkScalars } from './edge-scalars.ts';
import {
  addressed,
  isBadInput,
  isOurFault,
  isTooCostlyToPlan,
  maskError,
  shownCode,
} from './error-masking.ts';
import { type Limits, limitOptions } from './limits.ts';
import type { GatewayMetrics } from './metrics.ts';
import { isActivity, type SeenSessions } from './seen-sessions.ts';
import type { GatewayContext } from './subgraph-pool.ts';

export type GraphOptions = {
  /** The composed supergraph, as text. Nothing is ever read from a running subgraph. */
  supergraph: string;
  /** The way to each subgraph by its name in the supergraph. */
  sourceOf: (subgraph: string) => GraphQLDataSource<GatewayContext>;
  /** Null switches them off, for the federation audit only. */
  limits: Limits | null;
  isProduction: boolean;
  log: Logger;
  /** Sessions that act in an office and ask for something are noted here. */
  seen: SeenSessions;
  metrics: GatewayMetrics;
};

const unresolved = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });

/** The original of what is masked into the log, the ids of request and trace into every error, and the HTTP status they deserve. */
const errorsOfRequests: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        // Both would reach the planner and fail there as if the fault were ours.
        if (operation === undefined)
          throw unresolved('Name the operation to run: the document holds several, or none of that name.');
        if (operation.operation === 'subscription') throw unresolved('Subscriptions are not served.');
      },
      async didEncounterErrors({ errors, response, contextValue, logger }) {
        const { requestId } = contextValue;
        if (errors.some(isTooCostlyToPlan)) response.http.status = 400;
        for (const error of errors) {
          if (shownCode(error) !== 'INTERNAL_SERVER_ERROR') continue;
          (logger as Logger).error(
            { requestId, err: error, subgraph: error.extensions.serviceName },
            'an error was masked',
          );
        }
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        if (!singleResult.errors) return;
        singleResult.errors = singleResult.errors.map((error) => addressed(error, contextValue));
        if (response.http.status === undefined && isBadInput(singleResult)) response.http.status = 400;
      },
    };
  },
};

/** Each operation into the metrics and the trace, by its name. */
const measuring = (metrics: GatewayMetrics): ApolloServerPlugin<GatewayContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ operationName, operation, errors, contextValue }) {
        const { session, span, startedAt } = contextValue;
        const faults = (errors ?? []).map(shownCode).filter(isOurFault);
        const name = metrics.operationAnswered(operationName, {
          isSignedIn: session.actor !== null,
          hasFailed: faults.length > 0,
          startedAt,
        });
        span.rename(name);
        if (operation) span.add({ 'graphql.operation.type': operation.operation });
        if (faults[0]) span.fail(faults[0]);
      },
    };
  },
});

/** Notes who works in an office, so that a session which nobody uses ends. What a front end asks by itself does not count. */
const notingSessions = (seen: SeenSessions): ApolloServerPlugin<GatewayContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        const { actor } = contextValue.session;
        if (actor?.capacity && operation && !contextValue.isUnattended && isActivity(operation))
          seen.note(actor.sessionId);
      },
    };
  },
});

/**
 * The graph itself: the gateway over the supergraph, with limits, masked errors and nothing that reports to anybody
 * outside. It is up as soon as the supergraph is read, whatever the subgraphs do.
 */
export async function startGraph(options: GraphOptions): Promise<ApolloServer<GatewayContext>> {
  // Else the gateway starts an exporter of metrics to its maker.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const { log, isProduction } = options;
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraph,
    buildService: ({ name }) => options.sourceOf(name),
    validateSupergraph: true,
    __exposeQueryPlanExperimental: false,
    logger: log,
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => checkScalars(apiSchema, scalarResolvers));
  const graph = new ApolloServer<GatewayContext>({
    gateway,
    ...limitOptions(options.limits),
    introspection: !isProduction,
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: log,
    formatError: maskError,
    plugins: [
      errorsOfRequests,
      measuring(options.metrics),
      notingSessions(options.seen),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await graph.start();
  return graph;
}
