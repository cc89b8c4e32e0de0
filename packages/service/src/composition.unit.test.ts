import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { composeServices } from '@apollo/composition';
import { ApolloGateway, LocalGraphQLDataSource } from '@apollo/gateway';
import { afterAll, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { definition } from '../test-subgraph/definition.ts';
import { schemaOf, sdlOf } from './schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'dang-sdl-'));
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(
  join(folder, 'readers.graphql'),
  `type Note @key(fields: "id") { id: UUID! readers: Int! @tag(name: "processing") }
   extend type Query { greeting2: String @access(permission: "PUBLIC") lastStep: HistoryEntry @access(permission: "OWN_DATA") }`,
);
const otherFolder = pathToFileURL(`${folder}/`);

const composed = composeServices([
  { name: 'notes', typeDefs: parse(sdlOf(definition.schemaDir)), url: 'http://notes' },
  { name: 'readers', typeDefs: parse(sdlOf(otherFolder)), url: 'http://readers' },
]);

test('two subgraphs with the common header compose, and front ends can read @access and @tag', () => {
  expect(composed.errors ?? []).toEqual([]);
  const supergraph = composed.supergraphSdl ?? '';
  expect(supergraph).toContain('directive @access(permission: String!, or: String) on FIELD_DEFINITION');
  expect(supergraph).toMatch(/secret: String.*@access\(permission: "DUES_TOTALS_READ"\)/);
  expect(supergraph).toMatch(/readers: Int!.*@tag\(name: "processing"\)/);
});

test('@apollo/gateway starts from that supergraph and plans across both', async () => {
  const schemas = {
    notes: schemaOf(definition),
    readers: schemaOf({
      schemaDir: otherFolder,
      resolvers: [{ Note: { readers: () => 3 } }, { Query: { greeting2: () => 'hello' } }],
    }),
  };
  const gateway = new ApolloGateway({
    supergraphSdl: composed.supergraphSdl ?? '',
    buildService: ({ name }) => new LocalGraphQLDataSource(schemas[name as keyof typeof schemas]),
  });
  const { schema } = await gateway.load();
  expect(schema.getType('Note')).toBeDefined();
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain('greeting2');
  await gateway.stop();
});
