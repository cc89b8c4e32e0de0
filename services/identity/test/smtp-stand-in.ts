import { createServer, type Socket } from 'node:net';

/** A mail as it came: the recipient of the envelope and the whole text with its headers. */
export type ReceivedMail = { to: string; text: string };

/**
 * A mail server of a few words for tests. Recipients that begin with `nobody` are refused for good (550), those that begin
 * with `later` for now (450).
 */
export async function openMailServer() {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let to = '';
    let text: string | null = null;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (text !== null) {
        if (line !== '.') text += `${line}\n`;
        else {
          mails.push({ to, text });
          text = null;
          say('250 taken');
        }
        return;
      }
      const [, name = ''] = /^RCPT TO:<(.*)>/i.exec(line) ?? [];
      if (/^RCPT/i.test(line)) {
        to = name;
        if (name.startsWith('nobody')) say('550 no such mailbox');
        else say(name.startsWith('later') ? '450 busy' : '250 ok');
      } else if (/^DATA/i.test(line)) {
        text = '';
        say('354 go on');
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
      else say('250 ok');
    };
    say('220 stand-in');
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      for (let end = rest.indexOf('\r\n'); end !== -1; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        hear(line);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
