import { AsyncLocalStorage } from 'node:async_hooks';
import { inSpan, type Span, type TracePlace } from '@dang/telemetry/trace';
import type { Logger } from 'pino';

/** What an error, or a plugin, needs to know of the request in which it happens. */
export type RequestScope = { requestId: string; language: 'vi' | 'en'; log: Logger; span: Span };

/** The request that runs now; errors are formatted outside of resolvers, where no context is at hand. */
const requests = new AsyncLocalStorage<RequestScope>();

/** The request that runs now. */
export const requestNow = (): RequestScope | undefined => requests.getStore();

/** Answers a request as a part of the trace of this place, or of a new one. */
export const withinRequest = <T>(
  request: Omit<RequestScope, 'span'>,
  parent: TracePlace | null,
  work: () => Promise<T>,
): Promise<T> =>
  inSpan({ kind: 'subgraph operation', name: 'unread', parent }, async (span) =>
    requests.run({ ...request, span }, work),
  );
