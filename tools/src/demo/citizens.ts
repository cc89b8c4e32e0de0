import type { Person } from '@dang/sandbox/vneid/person';
import { selfDeclared } from './identity-data.ts';
import { positions } from './officers.ts';
import { members } from './people.ts';
import { personas } from './personas.ts';
import { placeOf, unitByCode } from './province.ts';

const genderIn = { MALE: 'Nam', FEMALE: 'Nữ' } as const;

const titleOf = (memberId: string): string | undefined => {
  const held = positions.find(({ holder }) => holder.id === memberId);
  return held && `${held.title}, ${unitByCode(held.unitCode).name}`;
};

/**
 * Everybody of the demo province as VNeID knows them, personas first: anybody can sign in. The content of the people file
 * of the stand-in.
 */
export function demoCitizens(): Person[] {
  const known = personas.map((persona): Person => {
    const member = members.find(({ id }) => id === persona.memberId);
    return {
      personalId: persona.personalId,
      fullName: persona.fullName,
      dateOfBirth: persona.dateOfBirth,
      gender: genderIn[persona.gender],
      nationality: 'Việt Nam',
      permanentAddress: member?.permanentAddress ?? `Số 1, tổ 1, ${placeOf('05.200')}`,
      level: persona.level,
      persona: persona.persona,
      label: `${persona.fullName} (${persona.persona}): ${persona.label}`,
    };
  });
  const others = members
    .filter(({ persona }) => persona === null)
    .map((member): Person => {
      const title = titleOf(member.id) ?? unitByCode(member.registryCode).name;
      return {
        personalId: member.personalId,
        fullName: member.fullName,
        dateOfBirth: member.dateOfBirth,
        gender: genderIn[member.gender],
        nationality: 'Việt Nam',
        permanentAddress: member.permanentAddress,
        level: 2,
        label: `${member.fullName}: ${title}`,
      };
    });
  const applicant: Person = {
    ...selfDeclared,
    gender: 'Nam',
    nationality: 'Việt Nam',
    permanentAddress: `Số 9, tổ 4, ${placeOf('05.200')}`,
    level: 2,
  };
  return [...known, ...others, applicant];
}
