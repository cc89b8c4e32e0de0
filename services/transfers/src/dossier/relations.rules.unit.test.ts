import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testActor } from '@dang/service/testing';
import { describe, expect, test } from '@jest/globals';
import type { DossierFacts } from './dossier.facts.ts';
import { relationsTo } from './relations.rules.ts';

const applicant = '00000000-0000-4000-8000-000000000001';
const officers = (...rows: [unit: string, memberId: string, role: Role][]): DossierFacts['officers'] =>
  new Map(
    [...Map.groupBy(rows, ([unit]) => unit)].map(([unit, list]) => [
      unit,
      list.map(([, memberId, role]) => ({ memberId, role })),
    ]),
  );

/** A dossier from branch to host; its letter lies with box 4, the ward. */
function facts(
  more: { dossier?: object; officers?: DossierFacts['officers']; next?: number; readable?: boolean } = {},
): DossierFacts {
  const next = more.next ?? 4;
  const unitsOfBoxes = [
    'branch',
    null,
    'committee',
    'ward',
    null,
    null,
    'hostWard',
    'hostCommittee',
    null,
    'host',
  ];
  const box = (unitId: string | null, at: number) => ({
    index: at + 1,
    unitId,
    actingUnitId: unitId,
    crossedOut: unitId === null,
    outside: false,
    status: unitId === null ? 'CROSSED_OUT' : at + 1 === next ? 'NEXT' : at + 1 < next ? 'SIGNED' : 'PENDING',
  });
  const parents: Record<string, string> = { branch: 'committee', committee: 'ward', host: 'hostCommittee' };
  const units = unitsOfBoxes.flatMap((id) =>
    id === null ? [] : [[id, { id, name: id, parentId: parents[id] ?? 'hanoi', validTo: null }] as const],
  );
  return {
    dossier: {
      kind: 'OFFICIAL',
      memberId: applicant,
      submitted: true,
      originBranchId: 'branch',
      destinationBranchId: 'host',
      channel: 'ONLINE',
      sentAt: null,
      ...more.dossier,
    },
    boxes: unitsOfBoxes.map(box),
    sealedFile: null,
    member: null,
    standing: null,
    units: new Map(units),
    officers: more.officers ?? new Map(),
    readable: more.readable ?? false,
  } as unknown as DossierFacts;
}

const officer = (unitId: string, role: Role, more: Partial<Actor> = {}) =>
  testActor({ role, unitId, ...more });
const relations = (given: DossierFacts, actor: Actor) => [...relationsTo(given, actor)].toSorted();

describe('who is what to a dossier', () => {
  test('the secretary and the deputy of the origin branch', () => {
    for (const role of ['BRANCH_SECRETARY', 'BRANCH_DEPUTY_SECRETARY'] as const)
      expect(relations(facts(), officer('branch', role))).toEqual(['ORIGIN_BRANCH', 'READER']);
  });

  test('a delegate or committee member of the branch is nobody', () => {
    for (const role of ['BRANCH_DELEGATE', 'BRANCH_COMMITTEE_MEMBER'] as const)
      expect(relations(facts(), officer('branch', role))).toEqual([]);
  });

  test('the unit whose box is next, and the units whose boxes were signed', () => {
    expect(relations(facts(), officer('ward', 'COMMITTEE_SECRETARY'))).toEqual([
      'BOX_SIGNER',
      'LAST_ORIGIN_SIGNER',
      'ORIGIN_CHAIN',
      'READER',
    ]);
    expect(relations(facts(), officer('committee', 'COMMITTEE_SECRETARY'))).toEqual([
      'BOX_OWNER',
      'ORIGIN_CHAIN',
      'READER',
    ]);
  });

  test('staff who may only read sign nothing', () => {
    expect(relations(facts({ readable: true }), officer('ward', 'PARTY_BUILDING_STAFF'))).toEqual(['READER']);
  });

  test('the destination is nobody until the dossier was sent', () => {
    const host = officer('host', 'BRANCH_SECRETARY');
    expect(relations(facts(), host)).toEqual([]);
    expect(relations(facts({ dossier: { sentAt: new Date() } }), host)).toEqual([
      'DESTINATION_BRANCH',
      'READER',
    ]);
  });

  test('box 10 is no box to sign: it comes with the admission', () => {
    const given = facts({ next: 10, dossier: { sentAt: new Date() } });
    expect(relations(given, officer('host', 'BRANCH_SECRETARY'))).toEqual(['DESTINATION_BRANCH', 'READER']);
  });

  test('on paper the branch is also the clerk of the member', () => {
    const given = facts({ dossier: { channel: 'PAPER' } });
    expect(relations(given, officer('branch', 'BRANCH_SECRETARY'))).toEqual([
      'ORIGIN_BRANCH',
      'PAPER_CLERK',
      'READER',
    ]);
  });

  test('an account that is not active is nobody, whatever its office', () => {
    expect(
      relations(
        facts({ readable: true }),
        officer('branch', 'BRANCH_SECRETARY', { accountStatus: 'LOCKED' }),
      ),
    ).toEqual([]);
  });
});

describe('nobody acts for a unit on their own dossier', () => {
  const own = { memberId: applicant };

  test('a secretary who applies is an applicant, in every office', () => {
    for (const unit of ['branch', 'committee', 'ward', 'host'])
      expect(
        relations(facts({ dossier: { sentAt: new Date() } }), officer(unit, 'COMMITTEE_SECRETARY', own)),
      ).toEqual(['APPLICANT', 'READER']);
  });

  test('the deputy acts, and the superior may', () => {
    const given = facts({
      officers: officers(
        ['branch', applicant, 'BRANCH_SECRETARY'],
        ['branch', 'x', 'BRANCH_DEPUTY_SECRETARY'],
      ),
    });
    expect(relations(given, officer('branch', 'BRANCH_DEPUTY_SECRETARY'))).toContain('ORIGIN_BRANCH');
    expect(relations(given, officer('committee', 'COMMITTEE_SECRETARY'))).toContain('ORIGIN_BRANCH');
    expect(relations(given, officer('ward', 'COMMITTEE_SECRETARY'))).not.toContain('ORIGIN_BRANCH');
  });

  test('a deputy who applies leaves it to the secretary, and to the superior only when there is none', () => {
    const superior = officer('committee', 'COMMITTEE_SECRETARY');
    const deputy: [string, string, Role] = ['branch', applicant, 'BRANCH_DEPUTY_SECRETARY'];
    const led = facts({ officers: officers(deputy, ['branch', 'x', 'BRANCH_SECRETARY']) });
    expect(relations(led, superior)).not.toContain('ORIGIN_BRANCH');
    expect(relations(facts({ officers: officers(deputy) }), superior)).toContain('ORIGIN_BRANCH');
  });

  test('the superior has no part in the dossier of a plain member', () => {
    const given = facts({ officers: officers(['branch', 'x', 'BRANCH_SECRETARY']) });
    expect(relations(given, officer('committee', 'COMMITTEE_SECRETARY'))).not.toContain('ORIGIN_BRANCH');
  });

  test('the superior signs the box of a committee whose secretary applies', () => {
    const given = facts({ next: 3, officers: officers(['committee', applicant, 'COMMITTEE_SECRETARY']) });
    expect(relations(given, officer('ward', 'COMMITTEE_SECRETARY'))).toContain('BOX_SIGNER');
  });
});
