import { z } from 'zod';

/** Where a process sends its traces, and how many of those that begin with it. Standard names of OpenTelemetry. */
export const traceVariables = {
  /** The collector, without a path: `http://otel-collector:4318`. Not given: nothing is sent, and traces still have their ids. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** The share of traces that are kept, of those that no caller has decided on: from 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

export type TraceEnvironment = z.infer<z.ZodObject<typeof traceVariables>>;
