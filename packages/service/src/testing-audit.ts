import { randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { recordAudit } from '@dang/audit/record';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { TestAnswer } from './testing.ts';
import { testActor } from './testing.ts';

/** A service that answers, and three units of its tree: one, one above it, and one beside it. */
export type AuditStage = {
  query: string;
  execute(query: string, variables: Record<string, unknown>, actor: Actor | null): Promise<TestAnswer>;
  em(): SqlEntityManager;
  units: { own: string; above: string; beside: string };
};

const errorOf = (answer: TestAnswer) => answer.errors?.[0]?.extensions?.code;

/**
 * What the trail of every service keeps, as one list of sentences that are true or not: who may read it, what they then
 * see, and that they are seen themselves. A test expects every one of them to be true.
 */
export async function auditTrailPromises({
  query,
  execute,
  em,
  units,
}: AuditStage): Promise<Record<string, boolean>> {
  const memberId = randomUUID();
  const line = { action: 'writeNote', subjectKind: 'note', subjectId: 'x', memberId };
  await recordAudit(em(), [
    { ...line, unitId: units.own, after: { text: 'một' } },
    { ...line, unitId: units.beside },
    { ...line, unitId: null },
    { ...line, unitId: units.own, action: 'eraseNote', reason: 'hết hạn' },
  ]);
  const document = `query ($unitId: UUID, $memberId: UUID, $action: String, $from: Date, $to: Date, $first: Int, $after: String) {
    ${query}(unitId: $unitId, memberId: $memberId, action: $action, from: $from, to: $to, first: $first, after: $after) {
      edges { node { id at action subjectKind unitId memberId byRole after reason } } pageInfo { hasNextPage endCursor }
    }
  }`;
  const ask = (actor: Actor | null, given: Record<string, unknown>) =>
    execute(document, { memberId, ...given }, actor);
  const inspector = (unitId: string) => testActor({ role: 'INSPECTION_OFFICER', unitId });
  const actionsOf = ({ data }: TestAnswer): string[] | null =>
    data?.[query]?.edges.map(({ node }: { node: { action: string } }) => node.action) ?? null;
  const own = inspector(units.own);
  const whole = await ask(own, { unitId: units.own });
  const page = await ask(own, { unitId: units.own, first: 1 });
  const { endCursor: after } = page.data?.[query].pageInfo ?? {};
  const [newest] = whole.data?.[query].edges ?? [];
  const readings = await execute(
    document,
    { unitId: units.own, action: 'readAuditTrail', first: 100 },
    inspector(units.own),
  );
  const seen = (answer: TestAnswer) => JSON.stringify(actionsOf(answer));
  const plain = [testActor(), testActor({ role: 'BRANCH_SECRETARY', unitId: units.own })];
  const applicant = testActor({ accountStatus: 'DRAFT', memberId: null });
  const refused = await Promise.all([...plain, applicant].map(async (who) => errorOf(await ask(who, {}))));
  return {
    'nobody is refused': errorOf(await ask(null, {})) === 'UNAUTHENTICATED',
    'members, leaders and applicants are refused': refused.every((code) => code === 'FORBIDDEN'),
    'an inspector reads the unit, newest first':
      seen(whole) === '["eraseNote","writeNote"]' && newest.node.reason === 'hết hạn',
    'an inspector above reads it as well': (
      actionsOf(await ask(inspector(units.above), { unitId: units.own })) ?? []
    ).includes('eraseNote'),
    'without a unit, one’s own is read': (actionsOf(await ask(own, {})) ?? []).includes('writeNote'),
    'another unit, one above and an unknown one are not there':
      actionsOf(await ask(own, { unitId: units.beside })) === null &&
      actionsOf(await ask(own, { unitId: units.above })) === null &&
      actionsOf(await ask(own, { unitId: randomUUID() })) === null,
    'what belongs to no unit is not read below the top': (whole.data?.[query].edges ?? []).every(
      ({ node }: { node: { unitId: string | null } }) => node.unitId === units.own,
    ),
    'an action narrows': seen(await ask(own, { action: 'eraseNote' })) === '["eraseNote"]',
    'days narrow':
      seen(await ask(own, { action: 'eraseNote', from: '2020-01-01', to: '2999-01-01' })) ===
        '["eraseNote"]' && seen(await ask(own, { action: 'eraseNote', to: '2020-01-01' })) === '[]',
    'pages follow each other': seen(await ask(own, { first: 1, after })) === '["writeNote"]',
    'a cursor of another list is refused': errorOf(await ask(own, { after: 'x' })) === 'BAD_USER_INPUT',
    'every reading leaves a line': (actionsOf(readings) ?? []).length >= 2,
  };
}
