import { once } from 'node:events';
import { connect } from 'node:net';
import { domainOf } from '@dang/events/link-streams';

/**
 * Somebody with the password of a province who speaks to the hub without any nats-server of their own, and so without its rules: each
 * message goes on a subject, with a reply, as they like. `port` leads to where the hub listens for provinces.
 */
export async function dialAsLeaf(port: number, province: string) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'data');
  const who = {
    user: domainOf(province),
    pass: 'secret',
    name: 'forger',
    server_id: 'FORGER',
    headers: true,
  };
  let told = '';
  socket.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  socket.write(`CONNECT ${JSON.stringify(who)}\r\nPING\r\n`);
  await once(socket, 'data');
  return {
    /** Everything that the hub has sent, as it stood on the wire. */
    told: () => told,
    listen: (subject: string): void => {
      socket.write(`LS+ ${subject}\r\n`);
    },
    say: (subject: string, reply: string, text: string): void => {
      socket.write(`LMSG ${subject} ${reply} ${Buffer.byteLength(text)}\r\n${text}\r\n`);
    },
    close: () => socket.destroy(),
  };
}
