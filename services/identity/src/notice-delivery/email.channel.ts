import { createTransport } from 'nodemailer';
import { type NoticeChannel, Undeliverable } from './channel.port.ts';

const TIMEOUT_MS = 10_000;
const CONNECTIONS = 2;

/** Is this the mail server's final word (5xx) on a message or its recipient? */
const isFinal = (error: unknown): boolean => {
  const { responseCode } = error as { responseCode?: number };
  return responseCode !== undefined && responseCode >= 500;
};

/** Notices as plain text by SMTP: `smtp://user:password@host:587` or `smtps://…:465`, from the address given. */
export function emailChannel(url: string, from: string): NoticeChannel {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.split('@').at(-1)?.replace(/>$/, '');
  return {
    name: 'smtp',
    async send({ deliveryId, title, body, to }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject: title,
          text: `${body}\n`,
          messageId: `<${deliveryId}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        // what the server says may repeat the address, so only its number is kept
        if (isFinal(error))
          throw new Undeliverable(
            `the mail server answered ${(error as { responseCode: number }).responseCode}`,
          );
        throw new Error(`the mail server did not take it: ${(error as { code?: string }).code ?? 'unknown'}`);
      }
    },
    close: () => transport.close(),
  };
}
