import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outsideSystems } from '@dang/telemetry/outside-call';
import { factNames, processNames } from '@dang/telemetry/trace';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { root } from '../src/launcher/running.ts';
import { ofLibraries } from './span-attributes.ts';

type Policy = { string_attribute?: { key: string; values: string[] }; and?: { and_sub_policy: Policy[] } };
type Collector = {
  processors: {
    redaction: { allow_all_keys: boolean; allowed_keys: string[] };
    tail_sampling: { policies: Policy[] };
  };
};

const { redaction, tail_sampling } = (
  parse(readFileSync(join(root, 'k8s/components/telemetry-collector/collector.yaml'), 'utf8')) as Collector
).processors;

const attributesOf = ({ string_attribute: own, and }: Policy): { key: string; values: string[] }[] => [
  ...(own ? [own] : []),
  ...(and?.and_sub_policy ?? []).flatMap(attributesOf),
];

describe('the collector of a province', () => {
  test('lets pass what spans say, and nothing else', () => {
    expect(redaction.allow_all_keys).toBe(false);
    expect(redaction.allowed_keys).toEqual([...factNames, ...processNames, ...ofLibraries].sort());
  });

  test('chooses traces by what spans really say', () => {
    const chosenBy = tail_sampling.policies.flatMap(attributesOf);
    expect(chosenBy.map(({ key }) => key)).toEqual(['system']);
    for (const { values } of chosenBy) expect(outsideSystems).toEqual(expect.arrayContaining(values));
  });
});
