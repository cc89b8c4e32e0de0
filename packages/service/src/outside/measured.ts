import { type OutsideSystem, outsideCall } from '@dang/telemetry/outside-call';

/**
 * A call to a system outside, measured as `outside_call_seconds` and seen in traces. `isRefusal` says of an answer, or of an error that was thrown,
 * that the system is well and says no; what else is thrown counts as failed. Answers and throws what `call` does.
 */
export const measured = <T>(
  system: OutsideSystem,
  call: () => Promise<T>,
  isRefusal: (answer: T | undefined, error: unknown) => boolean = () => false,
): Promise<T> => outsideCall<T>(null, { system, isRefusal }, call);
