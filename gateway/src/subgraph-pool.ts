import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Client } from '@dang/access/tokens';
import { inSpan, type Span, traceparentOf } from '@dang/telemetry/trace';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { Pool } from 'undici';
import type { Session } from './authentication.ts';
import { post } from './exchange.ts';
import { InFlight } from './in-flight.ts';
import type { GatewayMetrics } from './metrics.ts';
import { isBrokenConnection, isRepeatable, wasNeverSent } from './repeatable.ts';
import type { Language } from './request-marks.ts';

/** What every request carries through the plan. */
export type GatewayContext = {
  session: Session;
  client: Client;
  language: Language;
  requestId: string;
  traceId: string;
  /** The request as a span: what is fetched for it are its children. */
  span: Span;
  /** By `performance.now()`. */
  startedAt: number;
  /** A front end asks this by itself, with nobody there. */
  isUnattended: boolean;
};

/** The data source's own answer type: `@apollo/gateway` names it without exporting it. */
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

export type SubgraphPoolOptions = {
  name: string;
  /** Where the subgraph answers, path included. */
  url: string;
  /** Longest silence: until the connection, until the first header, between two pieces of the body. */
  timeoutMs: number;
  /** Connections kept open at most; further requests wait for one. */
  connections: number;
  /** Whether identical questions that are under way are asked once. */
  shareInFlight: boolean;
  log: Logger;
  metrics: GatewayMetrics;
};

/** Pauses before a question is asked again whose connection broke: the first is at once, on another connection. */
const REPEAT_AFTER_MS = [0, 50, 200] as const;

const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/**
 * The way to one subgraph: a pool of keep-alive connections instead of the gateway's own HTTP client (measured: half
 * of the gateway's CPU). It sends what this file writes and nothing that came from outside: the gateway's token for
 * this subgraph, language, request id and trace.
 *
 * A subgraph that does not answer, or answers something that is no GraphQL, is `SUBGRAPH_UNAVAILABLE` with the
 * service's name; its address stays in the log.
 */
export class SubgraphPool implements GraphQLDataSource<GatewayContext> {
  readonly #options: SubgraphPoolOptions;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #inFlight = new InFlight<string>();

  constructor(options: SubgraphPoolOptions) {
    const url = new URL(options.url);
    this.#options = options;
    this.#path = `${url.pathname}${url.search}`;
    this.#pool = new Pool(url.origin, {
      connections: options.connections,
      connect: { timeout: Math.min(options.timeoutMs, 3_000) },
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
      keepAliveTimeout: 60_000,
      maxResponseSize: MAX_ANSWER_BYTES,
      allowH2: false,
    });
  }

  process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<Answer> {
    return inSpan({ kind: 'subgraph fetch', name: this.#options.name }, (span) => this.#fetch(options, span));
  }

  async #fetch(options: GraphQLDataSourceProcessOptions<GatewayContext>, span: Span): Promise<Answer> {
    if (!('incomingRequestContext' in options)) throw new Error('the gateway never asks on its own account');
    const { query, variables, operationName } = options.request;
    const { session, client, language, requestId } = options.context;
    const { name, metrics } = this.#options;
    const body = JSON.stringify({ query, variables, operationName });
    const token = session.tokenFor(name, language, client);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${await token.text}`,
      'accept-language': language,
      'x-request-id': requestId,
      traceparent: traceparentOf(span.place),
    };
    // Only what belongs to a query may be shared: what follows a mutation must see its effect. The token
    // stands for everything that says who asks: it is minted for one session, one subgraph, one language and one client.
    const isQuery = options.incomingRequestContext.operation.operation === 'query';
    const startedAt = performance.now();
    try {
      const mayRepeat = () => isRepeatable(query ?? '', variables);
      let isAskedHere = false;
      const ask = () => {
        isAskedHere = true;
        return this.#ask(headers, body, mayRepeat);
      };
      const text =
        isQuery && this.#options.shareInFlight
          ? await this.#inFlight.share(`${token.id}\n${body}`, ask)
          : await ask();
      span.add({ 'dang.is_shared': !isAskedHere });
      const answer = this.#parse(text);
      metrics.subgraphAnswered(name, 'answered', startedAt);
      return answer;
    } catch (error) {
      metrics.subgraphAnswered(name, 'unavailable', startedAt);
      this.#options.log.warn({ subgraph: name, requestId, err: error }, 'a subgraph gave no usable answer');
      throw new GraphQLError(`The service "${name}" cannot be reached now.`, {
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: name },
      });
    } finally {
      if (!isQuery) this.#inFlight.forgetThePast();
    }
  }

  /** Of the questions so far, how many were answered by another's fetch. */
  get shared(): number {
    return this.#inFlight.shared;
  }

  /** Lets requests under way end, then closes the connections. */
  close(): Promise<void> {
    return this.#pool.close();
  }

  /**
   * A subgraph is replaced while it is asked: connections that it closes as we write to them, or that break with it, are no
   * reason to fail. Queries and mutations with a key of their own are asked again; anything is that nobody has heard.
   */
  async #ask(headers: Record<string, string>, body: string, mayRepeat: () => boolean): Promise<string> {
    for (let repeats = 0; ; repeats += 1) {
      try {
        return await this.#send(headers, body);
      } catch (error) {
        const pauseMs = REPEAT_AFTER_MS[repeats];
        if (pauseMs === undefined || !isBrokenConnection(error)) throw error;
        if (!wasNeverSent(error) && !mayRepeat()) throw error;
        this.#options.metrics.repeated(this.#options.name);
        if (pauseMs > 0) await sleep(pauseMs);
      }
    }
  }

  async #send(headers: Record<string, string>, body: string): Promise<string> {
    const { status, text } = await post(this.#pool, this.#path, headers, body);
    // The subgraph refuses *us*: passing its 401 on would send the user to a sign-in that cannot help.
    if (status === 401) throw new Error('the subgraph refuses the gateway: HTTP 401');
    return text;
  }

  #parse(text: string): Answer {
    const answer: unknown = JSON.parse(text);
    if (answer === null || typeof answer !== 'object' || !('data' in answer || 'errors' in answer)) {
      throw new Error('the answer has neither data nor errors');
    }
    return answer as Answer;
  }
}
