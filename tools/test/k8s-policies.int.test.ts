import { beforeAll, expect, test } from '@jest/globals';
import { policyFaults } from '../src/k8s/check.ts';
import { environmentFaults } from '../src/k8s/environment-check.ts';
import type { ClusterObject } from '../src/k8s/object.ts';
import { serverPlantings } from './server-violations.ts';
import { planted, toyProvince } from './toy.ts';
import { type Planting, plantings, variablePlantings } from './violations.ts';

let toy: ClusterObject[];
beforeAll(async () => {
  toy = await toyProvince();
});

test('the toy province holds every rule', () => {
  expect(policyFaults(toy)).toEqual([]);
  expect(environmentFaults(toy)).toEqual([]);
});

const plant = ([, name, change]: Planting) => planted(toy, name, (object) => change(object));

test.each([...plantings, ...serverPlantings])('seen: %s', (...planting) => {
  const faults = policyFaults(plant(planting));
  expect(faults).toContainEqual(expect.stringMatching(planting[3]));
});

test.each(variablePlantings)('seen: %s', (...planting) => {
  const faults = environmentFaults(plant(planting));
  expect(faults).toEqual([expect.stringMatching(planting[3])]);
});
