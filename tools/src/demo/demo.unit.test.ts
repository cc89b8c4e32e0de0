import { treeFaults } from '@dang/orgtree/unit/unit.rules';
import { personShape } from '@dang/sandbox/vneid/person';
import { playDossier } from '@dang/transfers/demo/play-dossier';
import { transferKinds, workflowOf } from '@dang/transfers/dossier/workflows';
import { personalIdDoubts } from '@dang/vietnam/identifiers';
import { describe, expect, test } from '@jest/globals';
import { demoCitizens } from './citizens.ts';
import { demoId, demoToday } from './demo-id.ts';
import { evaluationData } from './evaluation-data.ts';
import { feesData, membersOwing } from './fees-data.ts';
import { identityData } from './identity-data.ts';
import { positions, secretaryOf } from './officers.ts';
import { orgtreeData } from './orgtree-data.ts';
import { members, monthlyDuesOf } from './people.ts';
import { findPersona, personas } from './personas.ts';
import { memberUnits, periods, unitByCode, unitId } from './province.ts';
import { demoSigners } from './signers.ts';
import { transfersData } from './transfers-data.ts';

const memberCalled = (persona: string) => {
  const found = members.find((member) => member.persona?.persona === persona);
  if (!found) throw new Error(`${persona} is no member`);
  return found;
};

describe('the tree of the demo province', () => {
  test('is sound', () => {
    expect(treeFaults(periods)).toEqual([]);
  });
  test('has about 15 grassroots organisations and 60 branches in Hà Nội', () => {
    const grassroots = orgtreeData().periods.filter(
      ({ type, code, to }) => to === null && code.startsWith('05') && type.startsWith('GRASSROOTS'),
    );
    expect(grassroots).toHaveLength(16);
    expect(memberUnits).toHaveLength(61);
  });
  test.each([
    ['05.200.044.000.001', 'Chi bộ 1'],
    ['05.200.044.000.002', 'Chi bộ 2'],
    ['05.200.044', 'Đảng bộ Khu dân cư Việt Hưng'],
    ['05.201.021.000.021', 'Chi bộ 21'],
    ['05.202.010', 'Đảng bộ Công ty Cổ phần Sông Hồng'],
    ['05.202.010.000.001', 'Chi bộ Kinh doanh 1'],
    ['05.203.002.000.002', 'Chi bộ 2 - Thôn 2'],
    ['05.400.000.000.001', 'Chi bộ Phù Dực'],
    ['38', 'Đảng bộ tỉnh Thanh Hóa'],
  ])('%s is %s', (code, name) => {
    expect(unitByCode(code).name).toBe(name);
  });
  test('has a sub-committee with branches, and two communes with branches directly below', () => {
    const below = (code: string) => memberUnits.filter(({ parentId }) => parentId === unitId(code));
    expect(below('05.300.001.001')).toHaveLength(2);
    for (const code of ['05.400', '05.401']) {
      expect(unitByCode(code).type).toBe('GRASSROOTS_COMMITTEE');
      expect(below(code).length).toBeGreaterThan(1);
    }
  });
});

describe('the people of the demo province', () => {
  test('are about 1,200, each once', () => {
    expect(members.length).toBeGreaterThan(1_150);
    expect(members.length).toBeLessThan(1_250);
    expect(new Set(members.map(({ id }) => id)).size).toBe(members.length);
    expect(new Set(members.map(({ personalId }) => personalId)).size).toBe(members.length);
    const cards = members
      .flatMap(({ cardNumber, legacyCardNumber }) => [cardNumber, legacyCardNumber])
      .filter(Boolean);
    expect(new Set(cards).size).toBe(cards.length);
  });
  test('have personal ids that fit them and start with 099', () => {
    for (const { personalId, gender, dateOfBirth } of members) {
      expect(personalId).toMatch(/^099\d{9}$/);
      expect(personalIdDoubts(personalId, { gender, dateOfBirth })).toEqual([]);
    }
  });
  test('are the same on every machine', () => {
    expect(demoId('unit:05.200.044')).toBe(unitId('05.200.044'));
    expect(unitId('05.200.044')).toBe('bdc3dd85-2850-84a4-b932-9cffafc7e34b');
    expect(members.at(700)?.fullName).toBe('Hồ Xuân Thắng');
  });
  test('may all sign in with VNeID', () => {
    const citizens = demoCitizens();
    expect(new Set(citizens.map(({ personalId }) => personalId)).size).toBe(citizens.length);
    for (const citizen of citizens) expect(personShape.parse(citizen)).toEqual(citizen);
    const known = new Set(citizens.map(({ personalId }) => personalId));
    expect(identityData().accounts.filter(({ personalId }) => !known.has(personalId))).toEqual([]);
    expect(citizens.filter(({ level }) => level === 1).map(({ persona }) => persona)).toEqual(['level1']);
  });
  test('pay what the rules say: SI salary 11,653,200 makes 116,532; a pension of 7,500,000 makes 37,500', () => {
    expect(monthlyDuesOf(memberCalled('member'))).toBe(116_532);
    expect(monthlyDuesOf(memberCalled('commune-member'))).toBe(116_532);
    expect(monthlyDuesOf(memberCalled('pensioner'))).toBe(37_500);
    expect(monthlyDuesOf(memberCalled('student'))).toBe(5_000);
    expect(monthlyDuesOf(memberCalled('veteran50'))).toBeNull();
  });
});

describe('the personas', () => {
  test('are those of the table', () => {
    expect(personas.map(({ persona }) => persona).sort()).toEqual(
      `admin analyst collector committee commune-member company-committee company-secretary company-ward convicted deputy detained
       finance inspector level1 member neighbour newcomer org-board pensioner police residence-committee residence-secretary
       residence-ward secretary secretary2 student unknown veteran50 ward ward-admin ward-building ward-office`.split(
        /\s+/,
      ),
    );
  });
  test.each([
    ['secretary', 'BRANCH_SECRETARY', '05.200.044.000.001'],
    ['collector', 'BRANCH_DELEGATE', '05.200.044.000.001'],
    ['committee', 'COMMITTEE_SECRETARY', '05.200.044'],
    ['ward', 'COMMITTEE_DEPUTY_SECRETARY', '05.200'],
    ['company-ward', 'COMMITTEE_SECRETARY', '05.202'],
    ['analyst', 'ANALYST', '05'],
    ['ward-admin', 'ORG_ADMIN', '05.200'],
  ])('%s acts as %s of %s', (persona, role, unitCode) => {
    expect(findPersona(persona)?.actsIn).toMatchObject({ role, unitCode, unitId: unitId(unitCode) });
  });
  test('newcomer is in the registry of Chi bộ 1 without an account or a membership, unknown is nowhere', () => {
    const { id, registryCode, branchCode } = memberCalled('newcomer');
    expect([registryCode, branchCode]).toEqual(['05.200.044.000.001', null]);
    expect(identityData().accounts.some(({ memberId }) => memberId === id)).toBe(false);
    expect(orgtreeData().memberships.some(({ memberId }) => memberId === id)).toBe(false);
    expect(findPersona('unknown')?.memberId).toBeNull();
  });
  test('to whom the procedures do not apply are members without an account and without dues', () => {
    const excluded = ['police', 'detained', 'convicted'].map(memberCalled);
    expect(excluded.map(({ forceCategory, status }) => [forceCategory, status])).toEqual([
      ['POLICE', 'ACTIVE'],
      ['NONE', 'SUSPENDED_DETENTION'],
      ['NONE', 'CONVICTED'],
    ]);
    const ids = new Set(excluded.map(({ id }) => id));
    expect(feesData().chargings.some(({ memberId }) => ids.has(memberId))).toBe(false);
  });
});

describe('what the services get', () => {
  test('every unit of Hà Nội has exactly one secretary', () => {
    const secretaries = positions.filter(
      ({ role }) => role === 'BRANCH_SECRETARY' || role === 'COMMITTEE_SECRETARY',
    );
    expect(new Set(secretaries.map(({ unitCode }) => unitCode)).size).toBe(secretaries.length);
    for (const { code } of memberUnits) expect(secretaryOf(code).holder.branchCode).toBe(code);
  });
  test('one account waits for each kind of approval, and one of each other state is there', () => {
    const states = Map.groupBy(identityData().accounts, ({ status }) => status);
    expect([...states.keys()].sort()).toEqual([
      'ACTIVE',
      'DRAFT',
      'LOCKED',
      'PENDING_BRANCH',
      'PENDING_SUPERIOR',
      'REJECTED',
    ]);
  });
  test('six months of dues are announced, most of them paid, some in arrears', () => {
    const { months, orders, chargings, rates } = feesData();
    const paid = new Set(
      orders.flatMap(({ lines }) => lines.map(({ memberId, month }) => `${memberId} ${month}`)),
    );
    const rated = new Set(rates.map(({ memberId }) => memberId));
    const unpaid = chargings
      .filter(({ memberId }) => rated.has(memberId))
      .flatMap(({ memberId, from }) =>
        months.filter((month) => month >= from).map((month) => ({ memberId, month })),
      )
      .filter(({ memberId, month }) => !paid.has(`${memberId} ${month}`));
    expect(paid.size).toBe(orders.flatMap(({ lines }) => lines).length);
    expect(new Set(orders.map(({ mode }) => mode))).toEqual(new Set(['SELF', 'BRANCH', 'CASH']));
    expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);
    expect(months).toEqual(['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07']);
    expect(unpaid.length / (months.length * chargings.length)).toBeLessThan(0.1);
    const owing = Map.groupBy(unpaid, ({ memberId }) => memberId);
    expect(owing.get(memberCalled('neighbour').id)).toHaveLength(2);
    expect(owing.has(memberCalled('member').id)).toBe(false);
    expect([...owing.values()].some((owed) => owed.length > 3)).toBe(true);
  });
  test('a transfer of either kind stands in every state, each of somebody else, who owes no dues', () => {
    const { dossiers } = transfersData();
    for (const kind of transferKinds) {
      const played = new Set(dossiers.filter((one) => one.kind === kind).map(({ state }) => state));
      const states = Object.keys(workflowOf(kind).states);
      expect([...played].sort()).toEqual(states.filter((state) => state !== 'INCOMING_PAPER').sort());
    }
    const own = dossiers.filter(({ convertsId }) => convertsId === null);
    expect(new Set(own.map(({ member }) => member.id)).size).toBe(own.length);
    expect(new Set(dossiers.map(({ id }) => id)).size).toBe(dossiers.length);
    expect(dossiers.filter(({ member }) => membersOwing.has(member.id))).toEqual([]);
  });
  test('nothing of a transfer lies in the future of the demo', () => {
    const { dossiers, officers } = transfersData();
    const byUnit = new Map(officers.map((officer) => [officer.unitId, officer]));
    for (const dossier of dossiers) {
      const { day, state } = playDossier(dossier, byUnit);
      expect([dossier.id, state, day <= demoToday]).toEqual([dossier.id, dossier.state, true]);
    }
  });
  test('one comment campaign is over, one runs and has an item in every state', () => {
    const { campaigns, lists, items } = evaluationData();
    expect(campaigns.map(({ closeOn }) => closeOn < '2026-07-06')).toEqual([true, false]);
    const open = new Set(lists.filter(({ year }) => year === 2026).map(({ id }) => id));
    const states = new Set(items.filter(({ listId }) => open.has(listId)).map(({ status }) => status));
    expect(states.size).toBe(10);
    expect(new Set(items.map(({ number }) => number)).size).toBe(items.length);
  });
});

describe('who signs in the demo province', () => {
  test('is every leader of a committee or a grassroots branch and the personas in such an office, each once', () => {
    const ids = demoSigners.map(({ memberId }) => memberId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(
        ['secretary', 'committee', 'ward', 'residence-ward', 'company-committee', 'finance', 'org-board'].map(
          (persona) => memberCalled(persona).id,
        ),
      ),
    );
    const signing = positions.filter(
      ({ role, unitCode }) =>
        role.startsWith('COMMITTEE_') || unitByCode(unitCode).type === 'GRASSROOTS_BRANCH',
    );
    expect(ids).toEqual(expect.arrayContaining(signing.map(({ holder }) => holder.id)));
  });
  test('is not the deputy of branch 1, with whom registering a certificate can be tried, nor a plain member', () => {
    const ids = demoSigners.map(({ memberId }) => memberId);
    for (const persona of ['deputy', 'member', 'admin']) expect(ids).not.toContain(memberCalled(persona).id);
  });
});
