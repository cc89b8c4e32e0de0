import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Member',
  tableName: 'member',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().version(),
    fullName: p.string(),
    gender: p.string().$type<'MALE' | 'FEMALE'>().nullable(),
    dateOfBirth: p.date(),
    nationality: p.string().default('Việt Nam'),
    permanentAddress: p.string().nullable(),
    personalIdSealed: p.string().nullable(),
    personalIdIndex: p.string().nullable(),
    cardNumberSealed: p.string().nullable(),
    cardNumberIndex: p.string().nullable(),
    legacyCardNumber: p.string().nullable(),
    profileNumber: p.string().nullable(),
    joinDate: p.date().nullable(),
    officialDate: p.date().nullable(),
    status: p.string().default('ACTIVE'),
    forceCategory: p.string().default('NONE'),
    underInspection: p.boolean().default(false),
    branchId: p.uuid().nullable(),
    residenceBranchId: p.uuid().nullable(),
    residenceContactMode: p.string().default('NORMAL'),
    registrySource: p.string().$type<'REGISTRY' | 'SELF_DECLARED'>().default('REGISTRY'),
  },
});

/** A member as the registry (or, for want of it, the approved form) knows them. */
export class Member extends schema.class {}
schema.setClass(Member);
