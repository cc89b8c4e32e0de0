import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PaymentKey, signedHeaders } from './payment-key.ts';

/** One thing to tell: a payment, a failure, what became of a refund. */
export type Told = Record<string, unknown> & { id: string; number: string };

const RETRIES = 6;
const TIMEOUT_MS = 10_000;

/**
 * Tells the system what has happened, signed, and again with growing pauses until it answers 2xx. What it could not
 * tell is forgotten: whoever wants to know then has to ask.
 */
export class Callbacks {
  readonly #url: string;
  readonly #key: PaymentKey;
  readonly #retryMs: number;
  readonly #withheld: Told[] = [];
  readonly #end = new AbortController();

  constructor(options: { url: string; key: PaymentKey; retryMs?: number }) {
    this.#url = options.url;
    this.#key = options.key;
    this.#retryMs = options.retryMs ?? 1_000;
  }

  /** Keeps something back until `release`. */
  withhold(told: Told): void {
    this.#withheld.push(told);
  }

  /** Tells everything that was kept back; answers how much. */
  async release(): Promise<number> {
    const kept = this.#withheld.splice(0);
    for (const told of kept) await this.tell([told]);
    return kept.length;
  }

  /** Tells in one message; answers the status of the first attempt (0: nobody answers). Later attempts go on by themselves. */
  async tell(messages: readonly Told[], signature: 'right' | 'wrong' = 'right'): Promise<number> {
    const status = await this.#attempt(messages, signature);
    if (status < 200 || status > 299) void this.#goOn(messages, signature);
    return status;
  }

  close(): void {
    this.#end.abort();
  }

  async #goOn(messages: readonly Told[], signature: 'right' | 'wrong'): Promise<void> {
    for (let attempt = 0; attempt < RETRIES; attempt++) {
      try {
        await sleep(this.#retryMs * 2 ** attempt, undefined, { signal: this.#end.signal, ref: false });
      } catch {
        return;
      }
      const status = await this.#attempt(messages, signature);
      if (status >= 200 && status <= 299) return;
    }
  }

  async #attempt(messages: readonly Told[], signature: 'right' | 'wrong'): Promise<number> {
    const body = JSON.stringify({ messages });
    const { pathname } = new URL(this.#url);
    const signedBody = signature === 'right' ? body : `${body} `;
    try {
      const answer = await fetch(this.#url, {
        method: 'POST',
        headers: signedHeaders(this.#key, pathname, signedBody),
        body,
        signal: AbortSignal.any([this.#end.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }
}

/** The number under which something is told, every time the same. */
export const newMessageId = (): string => randomUUID();
