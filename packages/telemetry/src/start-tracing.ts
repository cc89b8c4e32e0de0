import { recordWith } from './trace.ts';
import type { TraceEnvironment } from './trace-environment.ts';

/** The process whose spans these are. */
type TracedProcess = { service: string; role: string; province: string };

/**
 * Begins to record spans where a collector is configured; without one, only ids are made and carried on, and nothing of
 * OpenTelemetry is loaded. What it answers sends what is left, and never fails or takes longer than 5 s.
 */
export async function startTracing(
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: sampledShare }: TraceEnvironment,
  { service, role, province }: TracedProcess,
  warn: (message: string) => void,
): Promise<() => Promise<void>> {
  if (endpoint === undefined) {
    recordWith(null, sampledShare);
    return async () => {};
  }
  const { openRecorder } = await import('./recorder.ts');
  const { recorder, close } = openRecorder({
    endpoint,
    sampledShare,
    resource: {
      'service.name': service,
      'service.instance.id': `${service}-${role}-${process.pid}`,
      'dang.role': role,
      'dang.province': province,
    },
    warn,
  });
  recordWith(recorder, sampledShare);
  return () => close().catch(() => warn('the last spans did not arrive'));
}
