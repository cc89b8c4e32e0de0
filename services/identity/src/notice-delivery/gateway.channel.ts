import { createHmac } from 'node:crypto';
import { measured } from '@dang/service/outside/measured';
import { request } from 'undici';
import type { ChannelName } from '../notice/preference.rows.ts';
import { isUndeliverable, type NoticeChannel, type NoticeMessage, Undeliverable } from './channel.port.ts';

const TIMEOUT_MS = 10_000;
const ANSWER_LIMIT = 65_536;

/** What a gateway refuses for good; 408, 425 and 429 ask to come again, and 401, 403 and 404 are about our configuration, not about a message. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && ![401, 403, 404, 408, 425, 429].includes(status);
const GONE = 410;

/**
 * The proof that a request is ours: `t=<seconds>,v1=<hex>`, where the hex is HMAC-SHA256, under the shared secret, of the
 * seconds, a full stop and the body.
 */
export function signatureOf(secret: string, body: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

const bodyOf = (channel: ChannelName, { deliveryId, title, body, to }: NoticeMessage): string =>
  JSON.stringify({ id: deliveryId, channel, to, title, text: body });

/**
 * Notices to a provider's HTTP gateway, for text messages and push: one POST a notice, signed (`x-dang-signature`), with the
 * delivery's id as `idempotency-key`. 2xx is taken, 410 says that the address is gone for good.
 */
export function gatewayChannel(channel: 'SMS' | 'PUSH', url: string, secret: string): NoticeChannel {
  const post = async (message: NoticeMessage): Promise<void> => {
    const body = bodyOf(channel, message);
    const answer = await request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': message.deliveryId,
        'x-dang-signature': signatureOf(secret, body, Math.floor(Date.now() / 1000)),
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body.dump({ limit: ANSWER_LIMIT });
    const { statusCode: status } = answer;
    if (status >= 200 && status < 300) return;
    const reason = `the gateway answered ${status}`;
    if (isFinal(status)) throw new Undeliverable(reason, { addressGone: status === GONE });
    throw new Error(reason);
  };
  const system = channel === 'SMS' ? 'sms' : 'push';
  return { name: 'http', send: (message) => measured(system, () => post(message), isUndeliverable) };
}
