import type { RefusalCode } from './refusal-messages.ts';
import { refusalMessages } from './refusal-messages.ts';

export type { RefusalCode } from './refusal-messages.ts';

const brand: unique symbol = Symbol('refusal');

/** What fills the `{name}` places of a message. */
export type RefusalParams = Readonly<Record<string, string | number | bigint>>;

/** An act that the graph declines, as data: `field` names the input that is at fault. `message` is Vietnamese until the edge. */
export type Refusal = {
  readonly [brand]: true;
  readonly code: RefusalCode;
  readonly message: string;
  readonly field: string | null;
  readonly params: RefusalParams;
};

/** What people read for this code, in their language. */
export function refusalMessage(code: RefusalCode, language: 'vi' | 'en', params: RefusalParams = {}): string {
  return refusalMessages[code][language].replace(/\{(\w+)\}/g, (place, name) =>
    String(params[name] ?? place),
  );
}

/** A refusal: `return refuse('REASON_REQUIRED', { field: 'reason' })`. Inside `mutate` it rolls everything back. */
export function refuse(
  code: RefusalCode,
  { field = null, params = {} }: { field?: string | null; params?: RefusalParams } = {},
): Refusal {
  return { [brand]: true, code, message: refusalMessage(code, 'vi', params), field, params };
}

/** Is this a refusal (and not the thing that was asked for)? */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && brand in value;

/** What is possible instead of what was refused. */
const suggestions: Partial<Record<RefusalCode, string>> = {
  TRANSFER_BLOCKED_INSPECTION: 'requestTemporaryTransfer',
  STAY_TOO_LONG: 'requestOfficialTransfer',
};

/** The resolvers of `Refusal`: `message` is the one place where the language of the request meets the code. */
export const refusalResolvers = {
  Refusal: {
    message: (refusal: Refusal, _: unknown, context: { language: 'vi' | 'en' }) =>
      refusalMessage(refusal.code, context.language, refusal.params),
    suggestion: ({ code }: Refusal) => suggestions[code] ?? null,
  },
};
