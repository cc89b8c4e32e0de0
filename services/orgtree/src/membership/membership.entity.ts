import { defineEntity, p } from '@mikro-orm/postgresql';

export type MembershipKind = 'OFFICIAL' | 'TEMPORARY';
export type MembershipCause =
  | 'IMPORT'
  | 'REGISTRATION'
  | 'TRANSFER'
  | 'TEMPORARY_STAY'
  | 'REORGANISATION'
  | 'CORRECTION';

/**
 * That a member belongs to a branch from `validFrom` until the day before `validTo`. At most one official and one temporary
 * membership hold on any day: the table refuses more. `nameKey` is the member's name as lists sort it.
 */
const MembershipSchema = defineEntity({
  name: 'Membership',
  properties: {
    id: p.uuid().primary(),
    memberId: p.uuid(),
    unitId: p.uuid(),
    kind: p.string().$type<MembershipKind>(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
    cause: p.string().$type<MembershipCause>(),
    causeId: p.uuid().nullable(),
    endCause: p.string().$type<MembershipCause>().nullable(),
    endCauseId: p.uuid().nullable(),
    nameKey: p.string(),
    version: p.integer().version(),
  },
});

export class Membership extends MembershipSchema.class {}
MembershipSchema.setClass(Membership);
