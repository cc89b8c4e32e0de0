import { definition as evaluation } from '@dang/evaluation/definition';
import { definition as fees } from '@dang/fees/definition';
import { definition as identity } from '@dang/identity/definition';
import { definition as orgtree } from '@dang/orgtree/definition';
import type { ServiceDefinition } from '@dang/service/definition';
import { definition as transfers } from '@dang/transfers/definition';
import { expect, test } from '@jest/globals';
import type { Patient } from '../src/doctor/finding.ts';
import { examineConfiguration } from '../src/doctor/secrets.ts';

const all = [evaluation, fees, identity, orgtree, transfers];
type Pair = { definition: ServiceDefinition; address: string; half: string; values: [string, string] };
const pairOf = (definition: ServiceDefinition, name: string): Pair => ({
  definition,
  address: `${name}_URL`,
  half: `${name}_SECRET`,
  values: ['https://outside.example', 'a secret of more than thirty-two characters'],
});
const pairs: Pair[] = [
  pairOf(orgtree, 'PORTAL'),
  pairOf(transfers, 'DOCUMENTS'),
  pairOf(identity, 'REGISTRY'),
  pairOf(identity, 'NOTICE_SMS'),
  pairOf(identity, 'NOTICE_PUSH'),
  ...all.map(
    (definition): Pair => ({
      definition,
      address: 'STORAGE_ACCESS_KEY',
      half: 'STORAGE_SECRET_KEY',
      values: ['key', 'secret'],
    }),
  ),
];

/** What the doctor says of an environment: what the service itself says at its start, with what is missing besides. */
const saidOf = (definition: ServiceDefinition, source: Record<string, string>): string[] =>
  examineConfiguration({ name: definition.name, definition, source } as Patient).map(({ says }) => says);

test.each(pairs)('$definition.name with $address alone, or $half alone, is told so', (pair) => {
  const { definition, address, half, values } = pair;
  const [one, other] = values;
  const fault = (has: string, lacks: string) =>
    `configuration: ${has}: is set and ${lacks} is not: set both, or neither`;
  expect(saidOf(definition, { [address]: one })).toContain(fault(address, half));
  expect(saidOf(definition, { [half]: other })).toContain(
    // a secret may be there before its system is; half a key opens nothing
    half.endsWith('_KEY')
      ? fault(half, address)
      : `configuration: ${half} is set and ${address} is not: nothing is connected by it`,
  );
  expect(saidOf(definition, { [address]: one, [half]: '' })).toContain(fault(address, half));
  for (const both of [{ [address]: one, [half]: other }, {}])
    expect(saidOf(definition, both).filter((says) => /set both|connected/.test(says))).toEqual([]);
});

test('no secret that may be left out is without its address in the table above', () => {
  const known = pairs.map(({ definition, half }) => `${definition.name} ${half}`);
  const secrets = all.flatMap((definition) => {
    const said = saidOf(definition, {}).join('\n');
    return Object.keys(definition.environment ?? {})
      .filter((variable) => /_SECRET(_KEY)?$/.test(variable) && !said.includes(` ${variable}: is not set`))
      .map((variable) => `${definition.name} ${variable}`);
  });
  expect(secrets.sort()).toEqual(known.sort());
});
