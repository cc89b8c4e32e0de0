import { measured } from '@dang/service/outside/measured';
import { createTransport } from 'nodemailer';
import { isUndeliverable, type NoticeChannel, type NoticeMessage, Undeliverable } from './channel.port.ts';

const TIMEOUT_MS = 10_000;
const CONNECTIONS = 2;

/** Is this the mail server's final word (5xx) on a message or its recipient? */
const isFinal = (error: unknown): boolean => {
  const { responseCode, command } = error as { responseCode?: number; command?: string };
  // a 5xx to anything else is about us: a password that is wrong, a sender that is not allowed
  return responseCode !== undefined && responseCode >= 500 && /^(RCPT|DATA)/.test(command ?? '');
};

/** Where mail goes: `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`, and from whom. */
export type MailServer = {
  url: string;
  from: string;
  /** Nothing is said before the connection is encrypted and the server has proved who it is; false for a server of this machine in development. */
  needsTls: boolean;
  /** The issuer of the server's certificate (PEM), where it is none that everybody trusts. */
  ca?: string | undefined;
};

/**
 * Notices as plain text by SMTP. Where TLS is needed, a server that offers none, or whose certificate is not good for its name, gets neither
 * password nor message: the notice waits.
 */
export function emailChannel({ url, from, needsTls, ca }: MailServer): NoticeChannel {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    requireTLS: needsTls,
    tls: { minVersion: 'TLSv1.2', ...(ca && { ca }) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.split('@').at(-1)?.replace(/>$/, '');
  const post = async ({ deliveryId, title, body, to }: NoticeMessage): Promise<void> => {
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
  };
  return {
    name: 'smtp',
    send: (message) => measured('email', () => post(message), isUndeliverable),
    close: () => transport.close(),
  };
}
