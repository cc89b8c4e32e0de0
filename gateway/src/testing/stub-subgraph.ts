import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type StubRequest = {
  headers: IncomingHttpHeaders;
  query: string;
  variables: Record<string, unknown>;
};

/** What the stub says: an answer as JSON, or a function that does with the connection what it likes. */
export type StubAnswer = object | ((response: ServerResponse) => void);

/** A subgraph that says what a test wants and remembers what it was asked. */
export type StubSubgraph = {
  url: string;
  requests: StubRequest[];
  answer: (request: StubRequest) => StubAnswer | Promise<StubAnswer>;
  /** Connections opened so far. */
  connections: () => number;
  /** Dies at once, as a killed process does, and can be started again at the same address. */
  kill(): Promise<void>;
  revive(): Promise<void>;
};

/** Starts a stub on a free port of the loopback. */
export async function startStubSubgraph(answer: StubSubgraph['answer']): Promise<StubSubgraph> {
  const sockets = new Set<Socket>();
  let opened = 0;
  let server: Server;
  const listen = (port: number): Promise<number> =>
    new Promise((resolve) => {
      server = createServer((request, response) => {
        const pieces: Buffer[] = [];
        request.on('data', (piece: Buffer) => pieces.push(piece));
        request.on('end', () => void reply(request.headers, Buffer.concat(pieces).toString(), response));
      });
      server.on('connection', (socket) => {
        opened++;
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
      });
      server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  const reply = async (headers: IncomingHttpHeaders, body: string, response: ServerResponse) => {
    const { query, variables } = JSON.parse(body) as StubRequest;
    const request = { headers, query, variables };
    stub.requests.push(request);
    const said = await stub.answer(request);
    if (typeof said === 'function') return said(response);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(said));
  };
  const port = await listen(0);
  const stub: StubSubgraph = {
    url: `http://127.0.0.1:${port}/graphql`,
    requests: [],
    answer,
    connections: () => opened,
    kill: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    revive: async () => {
      await listen(port);
    },
  };
  return stub;
}
