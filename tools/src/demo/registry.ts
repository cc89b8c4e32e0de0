import type { Registered } from '@dang/sandbox/registry/registered';
import { type DemoMember, members } from './people.ts';

const registered = (member: DemoMember): Registered => ({
  personalId: member.personalId,
  fullName: member.fullName,
  otherName: null,
  gender: member.gender,
  dateOfBirth: member.dateOfBirth,
  permanentAddress: member.permanentAddress,
  cardNumber: member.cardNumber,
  legacyCardNumber: member.legacyCardNumber,
  profileNumber: member.profileNumber,
  joinDate: member.joinDate,
  officialDate: member.officialDate,
  status: member.status,
  forceCategory: member.forceCategory,
  branchCode: member.registryCode,
});

/** What the member database says otherwise than the system, each of somebody without a part in any scenario. */
const otherwise: Partial<Registered>[] = [
  { otherName: 'Tư' },
  { joinDate: '1999-02-03' },
  { status: 'DECEASED' },
  { branchCode: '05.200.044.000.003' },
];

/** Everybody of the demo province as the member database knows them, with a few differences for the queue. */
export function demoRegistry(): Registered[] {
  const rows = members.map(registered);
  const plain = members.flatMap(({ persona, positions, status }, index) =>
    persona === null && positions.length === 0 && status === 'ACTIVE' ? [index] : [],
  );
  for (const [turn, change] of otherwise.entries()) {
    const index = plain[(turn + 1) * 150] ?? 0;
    rows[index] = { ...(rows[index] as Registered), ...change };
  }
  return rows;
}
