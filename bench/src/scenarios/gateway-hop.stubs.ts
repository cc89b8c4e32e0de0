import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { announce } from '../lib/child.ts';

/** Two subgraphs that answer at once, so that only the gateway in front of them is measured. */
const unit = {
  __typename: 'Unit',
  id: '00000000-0000-4000-8000-000000000900',
  code: '05.200.044',
  name: 'Chi bộ 1',
};

function membersAfter(after: string, first: number): object {
  const members = Array.from({ length: first }, (_, index) => ({
    __typename: 'Member',
    id: `${after}-${index}`,
    name: `Nguyễn Văn An ${index}`,
    unit,
  }));
  return { data: { members } };
}

function transfersOf(representations: { id: string }[]): object {
  return {
    data: {
      _entities: representations.map(({ id }) => ({
        transfers: [{ id: `${id}-t`, status: 'IN_ORIGIN_CHAIN' }],
      })),
    },
  };
}

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const { variables } = JSON.parse(Buffer.concat(pieces).toString());
    const answer = variables.representations
      ? transfersOf(variables.representations)
      : membersAfter(variables.after, variables.n);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () =>
  announce(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`),
);
