import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import { testSigning } from '@dang/documents/signing/testing-signing';
import { SigningCertificateRecorded } from '@dang/events/contracts/identity/signing-certificate-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import { testActor } from '@dang/service/testing';
import { units } from './fees-stage.ts';
import { givenCharge, givenMember, givenPayment, openMoney } from './money-stage.ts';

export type Fees = Awaited<ReturnType<typeof openMoney>>;

export const members = { an: randomUUID(), binh: randomUUID(), chi: randomUUID() };

const officer = (role: Role, unitId: string, name: string): Actor =>
  testActor({ role, unitId, name, title: `${role} ${name}` });

/** Who confirms, closes, adjusts, looks and strays. */
export const people = {
  branch1: officer('BRANCH_SECRETARY', units.branch1, 'Lê Thị Hoa'),
  branch1Deputy: officer('BRANCH_DEPUTY_SECRETARY', units.branch1, 'Lê Văn Sơn'),
  branch2: officer('BRANCH_SECRETARY', units.branch2, 'Bùi Thị Mai'),
  committee: officer('COMMITTEE_SECRETARY', units.committee, 'Trần Văn Đức'),
  ward: officer('COMMITTEE_SECRETARY', units.ward, 'Phạm Thị Hạnh'),
  otherWard: officer('COMMITTEE_SECRETARY', units.otherWard, 'Đỗ Văn Minh'),
  finance: officer('FINANCE_OFFICER', units.province, 'Ngô Thị Kim'),
  secondFinance: officer('FINANCE_OFFICER', units.province, 'Vũ Văn Long'),
  otherFinance: officer('FINANCE_OFFICER', units.otherWard, 'Hồ Thị Nga'),
  inspector: officer('INSPECTION_OFFICER', units.province, 'Mai Văn Tú'),
  delegate: officer('BRANCH_DELEGATE', units.branch1, 'Cao Thị Yến'),
  admin: officer('ORG_ADMIN', units.province, 'Đinh Văn Phúc'),
  analyst: officer('ANALYST', units.province, 'Lý Thị Thu'),
  an: testActor({ memberId: members.an }),
  applicant: testActor({ memberId: null, accountStatus: 'DRAFT' }),
} as const;

/**
 * The second quarter of 2026 on 6 July: An and Bình of branch 1 owe 60,000 a month, Chi of branch 2 37,500; An has paid April to June
 * online, Bình April in cash. The night has opened what is to be compared.
 */
export async function openReconciling(environment: Record<string, string> = {}): Promise<Fees> {
  const fees = await openMoney(environment);
  const em = fees.em();
  await givenMember(em, members.an, 'Nguyễn Văn An');
  await givenMember(em, members.binh, 'Trần Thị Bình');
  await givenMember(em, members.chi, 'Phạm Văn Chí');
  for (const period of ['2026-04', '2026-05', '2026-06']) {
    await givenCharge(em, { member: members.an, period });
    await givenCharge(em, { member: members.binh, period });
    await givenCharge(em, { member: members.chi, branch: units.branch2, period, amount: 37_500n });
  }
  const lines = ['2026-04', '2026-05', '2026-06'].map((period) => ({ member: members.an, period }));
  await givenPayment(em, { lines, on: '2026-06-20' });
  await givenPayment(em, {
    lines: [{ member: members.binh, period: '2026-04' }],
    on: '2026-06-21',
    cash: true,
  });
  await fees.runJob('open-reconciliations');
  return fees;
}

/** The reconciliation of a unit, as it stands. */
export async function dossierOf(
  fees: Fees,
  unitId: string,
  kind = 'QUARTER',
): Promise<{ id: string; version: number; status: string; number: string }> {
  const [row] = await fees
    .em()
    .execute<{ id: string; version: number; status: string; number: string }[]>(
      'select id, version, status, number from reconciliation where unit_id = ? and kind = ?',
      [unitId, kind],
    );
  if (!row) throw new Error(`there is no reconciliation of ${unitId}`);
  return row;
}

/**
 * The same with a signing service, where branch 1 and its committee have agreed and the officers of both have certificates to sign the
 * minutes with.
 */
export async function openSigning() {
  const signing = await testSigning();
  const fees = await openReconciling(signing.environment);
  const certify = async ({ memberId, name }: Actor) => {
    if (memberId === null) throw new Error('only a member has a certificate');
    const { recorded } = signing.certify(memberId, { name });
    await fees.hear(
      makeEnvelope(
        SigningCertificateRecorded,
        { aggregateId: memberId, data: { certificates: [recorded] } },
        { province: 't' },
      ),
    );
  };
  for (const actor of [people.branch1, people.branch1Deputy, people.committee, people.ward])
    await certify(actor);
  await actOn(fees, 'confirmReconciliation', people.branch1, units.branch1);
  await actOn(fees, 'closeReconciliation', people.committee, units.branch1);
  return {
    ...fees,
    signing,
    async close() {
      await fees.close();
      await signing.close();
    },
  };
}

const selected = `id version status confirmedByName closedByName minutesUrl figures { due paid retained adjusted remitted owed }
  dispute { figure amount reason } adjustments { status moves { amount } proposedByName decidedByName }`;

/** Runs a mutation; answers `{ reconciliation, refusal }`, or the code of a GraphQL error as a refusal. */
export async function reconcile(
  fees: Fees,
  name: string,
  actor: Actor | null,
  input: Record<string, unknown>,
) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await fees.execute(
    `mutation ($input: ${type}!) { ${name}(input: $input) { reconciliation { ${selected} } refusal { code field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    actor,
  );
  if (errors)
    return { reconciliation: null, refusal: { code: errors[0]?.extensions?.code ?? errors[0]?.message } };
  return data?.[name];
}

/** Does an act on the reconciliation of a unit, at its present version. */
export async function actOn(
  fees: Fees,
  name: string,
  actor: Actor | null,
  unitId: string,
  more: Record<string, unknown> = {},
) {
  const { id, version } = await dossierOf(fees, unitId);
  return reconcile(fees, name, actor, { reconciliationId: id, expectedVersion: version, ...more });
}

/** 1,000 đồng from the branch to its committee. */
export const oneMove = [{ fromUnitId: units.branch1, toUnitId: units.committee, amount: 1_000 }];
