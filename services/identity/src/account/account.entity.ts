import { defineEntity, p } from '@mikro-orm/core';
import type { ClaimedPosition } from './account.rules.ts';
import type { AccountState } from './account.workflow.ts';
import type { Address, Employer } from './form.rules.ts';

const schema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    version: p.integer().version(),
    status: p.string().$type<AccountState>(),
    memberId: p.uuid().nullable(),
    personalIdSealed: p.string(),
    personalIdIndex: p.string(),
    fullName: p.string(),
    dateOfBirth: p.date(),
    gender: p.string().$type<'MALE' | 'FEMALE'>().nullable(),
    nationality: p.string().nullable(),
    permanentAddress: p.string().nullable(),
    number: p.string().nullable(),
    branchId: p.uuid().nullable(),
    residenceBranchId: p.uuid().nullable(),
    approverUnitId: p.uuid().nullable(),
    claimedPosition: p.string().$type<ClaimedPosition>().default('MEMBER'),
    cardNumberSealed: p.string().nullable(),
    cardNumberIndex: p.string().nullable(),
    legacyCardNumber: p.string().nullable(),
    profileNumber: p.string().nullable(),
    joinDate: p.date().nullable(),
    officialDate: p.date().nullable(),
    monthlyDues: p.bigint().nullable(),
    monthlyDuesFrom: p.string().nullable(),
    openedOn: p.date().nullable(),
    submittedOn: p.date().nullable(),
    decidedOn: p.date().nullable(),
    rejectionReason: p.string().nullable(),
    partyFullName: p.string().nullable(),
    permanentAddressParts: p.json().$type<Address>().nullable(),
    employer: p.json().$type<Employer>().nullable(),
    extendedSealed: p.string().nullable(),
    phoneSealed: p.string().nullable(),
    phoneIndex: p.string().nullable(),
    receivesRetainedDues: p.boolean().default(false),
    registrySource: p.string().$type<'REGISTRY' | 'SELF_DECLARED'>().nullable(),
    channel: p.string().$type<'ONLINE' | 'PAPER' | 'POST'>().default('ONLINE'),
    paperReference: p.string().nullable(),
    enteredBy: p.uuid().nullable(),
    vouched: p.boolean().default(true),
  },
});

/** A person's account with the form as it was last sent. */
export class Account extends schema.class {}
schema.setClass(Account);
