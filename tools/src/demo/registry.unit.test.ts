import { registeredShape } from '@dang/sandbox/registry/registered';
import { expect, test } from '@jest/globals';
import { members } from './people.ts';
import { demoRegistry } from './registry.ts';

test('the member database of the demo knows everybody, and differs in four members of the queue', () => {
  const rows = demoRegistry();
  expect(rows).toHaveLength(members.length);
  expect(new Set(rows.map(({ personalId }) => personalId)).size).toBe(members.length);
  for (const row of rows) expect(registeredShape.parse(row)).toEqual(row);
  const differing = rows.filter((row, index) => {
    const member = members[index];
    return (
      row.otherName !== null ||
      row.joinDate !== member?.joinDate ||
      row.status !== member.status ||
      row.branchCode !== member.registryCode
    );
  });
  expect(differing).toHaveLength(4);
});
