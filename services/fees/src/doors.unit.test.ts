import { rootFieldsWithoutAccess } from '@dang/access/directive';
import { schemaOf } from '@dang/service/schema';
import { doorsOf, doorsWithoutTest } from '@dang/service/testing-doors';
import { expect, test } from '@jest/globals';
import { definition } from './definition.ts';

test('every root field says what one needs to pass', () => {
  expect(rootFieldsWithoutAccess(schemaOf(definition))).toEqual([]);
});

test('every door has a test of its strangers', () => {
  expect(doorsOf(definition).length).toBeGreaterThan(3);
  expect(doorsWithoutTest(definition)).toEqual([]);
});
