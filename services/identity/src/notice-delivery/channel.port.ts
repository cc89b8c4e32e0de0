import type { NoticeKind } from '../notice/notice.kinds.ts';

/**
 * A notice on its way out. `deliveryId` stays the same when it is tried again, so that a provider can drop repetitions;
 * `to` is an e-mail address, a telephone number (`0912345678`) or a device token and belongs into no log.
 */
export type NoticeMessage = {
  deliveryId: string;
  recipientId: string;
  kind: NoticeKind;
  title: string;
  body: string;
  to: string;
};

/**
 * A way out of the system. `send` resolves when the provider has taken the message; it throws `Undeliverable` when trying
 * again is of no use, and anything else when it may be.
 */
export interface NoticeChannel {
  readonly name: string;
  send(message: NoticeMessage): Promise<void>;
  close?(): void;
}

/** The provider will never deliver this message; `addressGone`: nor any other to this address. */
export class Undeliverable extends Error {
  readonly addressGone: boolean;
  constructor(reason: string, { addressGone = false } = {}) {
    super(reason);
    this.addressGone = addressGone;
  }
}

/** Whether a call ended with the provider's final no. */
export const isUndeliverable = (_: unknown, error: unknown): boolean => error instanceof Undeliverable;
