import { type Actor, scopeUnitOf } from '@dang/access/actor';
import { attachFiles, barWithoutScans } from '@dang/documents/files/stored-file';
import { withinScope } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import type { Done } from '@dang/service/mutation';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import { isPersonalId } from '@dang/vietnam/identifiers';
import { tidyText } from '@dang/vietnam/text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { environmentOf } from '../environment.ts';
import type { EnterRegistrationInput } from '../generated/graph.ts';
import { Member } from '../member/member.entity.ts';
import { holdsCapacity } from '../position/position.rows.ts';
import { Account } from './account.entity.ts';
import type { AccountState } from './account.workflow.ts';
import { fileRegistration } from './registration.ts';

/** What scans of registrations are kept as. */
export const ACCOUNT_SCANS = 'Account';

const textLimit = 300;
const firstBirthday = '1900-01-01';
const unsent: readonly AccountState[] = ['DRAFT', 'REJECTED'];

/** The first field of what the paper says about the citizen that cannot be so, or null. */
function faultyCitizen(input: EnterRegistrationInput, today: string): string | null {
  const isText = (text: string) => tidyText(text).length > 0 && tidyText(text).length <= textLimit;
  if (input.channel === 'ONLINE') return 'channel';
  if (!isText(input.paperReference)) return 'paperReference';
  if (!isPersonalId(input.personalId)) return 'personalId';
  if (!isText(input.fullName)) return 'fullName';
  if (input.dateOfBirth < firstBirthday || input.dateOfBirth > today) return 'dateOfBirth';
  return input.nationality && !isText(input.nationality) ? 'nationality' : null;
}

/** Does the actor enter papers for this branch, in an office held today? */
async function entersFor(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  branchId: string | null,
): Promise<boolean> {
  const scope = scopeUnitOf(actor, 'ACCOUNT_ENTER');
  if (!scope || !branchId || !(await holdsCapacity(em, actor, context.clock.today()))) return false;
  return (await withinScope(em, [branchId], scope)).has(branchId);
}

/**
 * Enters a registration from paper and sends it to whoever decides; answers the account's id, or why not: `NOT_FOUND` for a
 * branch that is not in the actor's scope, `SCAN_REQUIRED` for a paper without its scans. Runs inside `mutate`.
 */
export async function enterRegistration(
  em: SqlEntityManager,
  context: GraphContext,
  actor: Actor,
  input: EnterRegistrationInput,
): Promise<Refusal | Done> {
  const { PROVINCE_KEY, PROVINCE_INDEX_KEY } = environmentOf(context);
  if (!(await entersFor(em, context, actor, input.form.branchId ?? null)))
    return refuse('NOT_FOUND', { field: 'form.branchId' });
  const fault = faultyCitizen(input, context.clock.today());
  if (fault) return refuse('INVALID_INPUT', { field: fault });
  const bar = barWithoutScans(input.scanIds);
  if (bar) return bar;
  const personalIdIndex = blindIndex(PROVINCE_INDEX_KEY, input.personalId);
  // The person may be signing in for the first time this very moment: one of the two opens the account.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [personalIdIndex]);
  const found = await em.findOne(Account, { personalIdIndex });
  const member = await em.findOne(Member, { personalIdIndex });
  if (found?.id === actor.accountId || (member && member.id === actor.memberId)) return refuse('OWN_CASE');
  if (found && !unsent.includes(found.status)) return refuse('ACCOUNT_EXISTS', { field: 'personalId' });
  const holder = member && !found ? await em.findOne(Account, { memberId: member.id }) : null;
  if (holder) return refuse('ACCOUNT_EXISTS', { field: 'personalId' });
  const paper = { channel: input.channel, paperReference: tidyText(input.paperReference) };
  const account =
    found ??
    em.create(Account, {
      ...paper,
      status: 'DRAFT',
      memberId: member?.id ?? null,
      personalIdSealed: sealText(PROVINCE_KEY, input.personalId),
      personalIdIndex,
      fullName: tidyText(input.fullName),
      dateOfBirth: input.dateOfBirth,
      gender: input.gender ?? null,
      nationality: input.nationality ? tidyText(input.nationality) : 'Việt Nam',
      vouched: false,
    });
  await em.persist(account).flush();
  const filed = await fileRegistration(em, context, account, input.form, { ...paper, actor, by: 'CLERK' });
  if (isRefusal(filed)) return filed;
  const scans = { kind: ACCOUNT_SCANS, id: account.id };
  return (await attachFiles(em, actor, input.scanIds, scans, 'scanIds')) ?? filed;
}
