import { createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { type Authority, issueCertificate, makeSigningKey } from '@dang/documents/signing/authority';

const MAILS_LIMIT = 1_000;

/** A mail as it came: the recipient of the envelope, the whole text with its headers, and whether nobody could overhear it. */
export type ReceivedMail = { to: string; text: string; secure: boolean };

export type MailServerOptions = {
  host?: string;
  /** 0 takes any free port. */
  port?: number;
  /** Who vouches for the server; without one it offers no TLS. */
  authority?: Authority;
  /** The host that its certificate is good for, instead of the one at which it listens. */
  certifiedHost?: string;
  /** The password without which it takes nothing. */
  password?: string;
};

type Line = (line: string) => void;
type Talk = { say: Line; startTls: (() => void) | null; end(): void; secure: boolean };

/** Answers line by line. Recipients that begin with `nobody` are refused for good (550), those that begin with `later` for now (450). */
function conversation(
  take: (mail: ReceivedMail) => void,
  { say, startTls, end, secure }: Talk,
  password?: string,
): Line {
  let to = '';
  let text: string | null = null;
  let isKnown = password === undefined;
  const recipient = (name: string) => {
    to = name;
    if (!isKnown) return '530 sign in first';
    if (name.startsWith('nobody')) return '550 no such mailbox';
    return name.startsWith('later') ? '450 busy' : '250 ok';
  };
  const signIn = (given: string) => {
    isKnown = Buffer.from(given, 'base64').toString('utf8').split('\0').at(-1) === password;
    return isKnown ? '235 welcome' : '535 no';
  };
  return (line) => {
    if (text !== null) {
      if (line !== '.') text += `${line}\n`;
      else {
        take({ to, text, secure });
        text = null;
        say('250 taken');
      }
    } else if (/^EHLO/i.test(line)) {
      say(`250-stand-in${startTls ? '\r\n250-STARTTLS' : ''}\r\n250 AUTH PLAIN`);
    } else if (/^STARTTLS/i.test(line) && startTls) {
      say('220 go on');
      startTls();
    } else if (/^AUTH PLAIN /i.test(line)) say(signIn(line.slice('AUTH PLAIN '.length)));
    else if (/^RCPT/i.test(line)) say(recipient(/^RCPT TO:<(.*)>/i.exec(line)?.[1] ?? ''));
    else if (/^DATA/i.test(line)) {
      text = '';
      say('354 go on');
    } else if (/^QUIT/i.test(line)) {
      say('221 bye');
      end();
    } else say('250 ok');
  };
}

/** Reads a connection line by line; what comes before anything is listened to waits. */
function listen(socket: Socket, hear: Line): void {
  let rest = '';
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    rest += chunk.toString('utf8');
    for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      hear(line);
    }
  });
}

/** A mail server of a few words, for development and tests: plain, or with STARTTLS. It keeps what came, and every line that came in the clear. */
export async function openMailServer(options: MailServerOptions = {}) {
  const { host = '127.0.0.1', port = 0, authority, certifiedHost = host, password } = options;
  const mails: ReceivedMail[] = [];
  const overheard: string[] = [];
  const sockets = new Set<Socket>();
  const take = (mail: ReceivedMail) => {
    mails.push(mail);
    if (mails.length > MAILS_LIMIT) mails.shift();
  };
  const context = authority && secureContext(authority, certifiedHost);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const say: Line = (line) => socket.write(`${line}\r\n`);
    const startTls = context
      ? () => {
          socket.removeAllListeners('data');
          const secure = new TLSSocket(socket, { isServer: true, secureContext: context });
          const talk = {
            say: (line: string) => void secure.write(`${line}\r\n`),
            startTls: null,
            end: () => secure.end(),
          };
          listen(secure, conversation(take, { ...talk, secure: true }, password));
        }
      : null;
    const hear = conversation(take, { say, startTls, end: () => socket.end(), secure: false }, password);
    listen(socket, (line) => {
      overheard.push(line);
      hear(line);
    });
    say('220 stand-in');
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://${host}:${address.port}`,
    mails,
    overheard,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function secureContext(authority: Authority, host: string) {
  const key = makeSigningKey();
  const DAY_MS = 86_400_000;
  const validity = { from: new Date(Date.now() - DAY_MS), to: new Date(Date.now() + 365 * DAY_MS) };
  const cert = issueCertificate(authority, { name: host, host, publicKey: key.publicKey, ...validity });
  return createSecureContext({ key: key.privateKey, cert });
}
