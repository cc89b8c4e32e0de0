import { type Actor, hasPermission, scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { recordAudit } from '@dang/audit/record';
import { withinScope } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { type Connection, connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { type Done, mutate } from '@dang/service/mutation';
import { type Refusal, type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { openText } from '@dang/service/sealed-text';
import { availableActions } from '@dang/workflow/decide';
import { labelsOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { dossierHistory } from '../dossier-step/history.ts';
import { noteInspection } from '../dossier-step/note-inspection.ts';
import type { Resolvers } from '../generated/graph.ts';
import {
  approveAccount,
  endAccount,
  isReadable,
  rejectAccount,
  signedIn,
} from './beneficiary-account.acts.ts';
import {
  type AccountsPage,
  type BeneficiaryRow,
  findAccounts,
  findAccountsPage,
  findActiveAccounts,
} from './beneficiary-account.rows.ts';
import { guardsOf, mayReadNumber, relationsTo } from './beneficiary-account.rules.ts';
import { type BeneficiaryWorkflow, beneficiaryWorkflow } from './beneficiary-account.workflow.ts';
import { declareAccount } from './declare-account.ts';

const labels = labelsOf(beneficiaryWorkflow, ['DECLARE', 'Khai báo']);
const cursorShape = z.tuple([z.guid()]);

const loadFor =
  (actor: Actor) =>
  async (em: SqlEntityManager, id: string): Promise<BeneficiaryRow | null> => {
    const [account] = await findAccounts(em, [id]);
    return account && isReadable(account, actor) ? account : null;
  };

/** A mutation on accounts, from its work in one transaction. */
const accountMutation =
  <Input extends object>(
    name: string,
    work: (em: SqlEntityManager, context: GraphContext, input: Input) => Promise<Refusal | Done>,
  ) =>
  (_: unknown, { input }: { input: Input & { idempotencyKey: string } }, context: GraphContext) => {
    const call = { name, input, field: 'account' as const, load: loadFor(signedIn(context)) };
    return mutate(context, call, (em) => work(em, context, input));
  };

interface PageWish {
  readonly first?: number | null;
  readonly after?: string | null;
}

async function pageOf(
  context: GraphContext,
  wish: PageWish,
  which: Pick<AccountsPage, 'where' | 'values' | 'status'>,
): Promise<Connection<BeneficiaryRow>> {
  const { first, limit, after } = pageArgs(wish.first, wish.after);
  const place = after === null ? null : decodeCursor(after, cursorShape)[0];
  const rows = await findAccountsPage(context.em, { ...which, after: place, limit });
  await noteInspection(context, 'readBeneficiaryAccount', rows);
  return connection(rows, first, ({ id }) => [id]);
}

/** Does the unit lie where the actor may read accounts? Asked once for all units of a request. */
function isInScope(context: GraphContext, unitId: string): Promise<boolean> {
  return loaderOf(context, 'units in the scope of BENEFICIARY_READ', async (ids: readonly string[]) => {
    const scope = context.actor && scopeUnitOf(context.actor, 'BENEFICIARY_READ');
    const within = scope ? await withinScope(context.em, ids, scope) : new Set();
    return ids.map((id) => within.has(id));
  }).load(unitId);
}

/** Whose accounts wait for this actor, as SQL over `account` and `unit`; null when nobody's do. */
function waitingFor(actor: Actor): Pick<AccountsPage, 'where' | 'values'> | null {
  const superior = scopeUnitOf(actor, 'BENEFICIARY_APPROVE');
  const top = `(unit.parent_id is null or unit.type in ('PROVINCE', 'CENTRAL'))`;
  if (superior !== null) return { where: `unit.parent_id = ? and not ${top}`, values: [superior] };
  return hasPermission(actor, 'SYSTEM_OPERATE') ? { where: top, values: [] } : null;
}

async function numberFor(account: BeneficiaryRow, context: GraphContext): Promise<string | null> {
  const relations = relationsTo(account, signedIn(context));
  if (!mayReadNumber(relations)) return null;
  if (!relations.has('HOLDER') && !relations.has('DECLARER')) {
    const { id, unitId, holderMemberId: memberId } = account;
    const line = { action: 'readAccountNumber', subjectKind: 'account', subjectId: id, unitId, memberId };
    await recordAudit(context.em.fork(), [line], context);
  }
  return openText(context.environment.PROVINCE_KEY, account.accountSealed);
}

function actionsOf(account: BeneficiaryRow, context: GraphContext) {
  const actor = signedIn(context);
  const actions = availableActions<BeneficiaryWorkflow, RefusalCode>(beneficiaryWorkflow, {
    state: account.status,
    relations: relationsTo(account, actor),
    facts: guardsOf(account, actor, context.clock.today()),
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

/** The accounts to which retained dues go: declared below, approved by the direct superior. */
export const beneficiaryAccountResolvers: Resolvers = {
  Query: {
    async beneficiaryAccount(_, { id }, context) {
      const account = await loadFor(signedIn(context))(context.em, id);
      if (account) await noteInspection(context, 'readBeneficiaryAccount', [account]);
      return account;
    },
    myBeneficiaryAccounts(_, args, context) {
      const { accountId, memberId } = signedIn(context);
      const where = `(account.applicant_account_id = ? or account.holder_member_id = ? or account.declared_by ->> 'accountId' = ?)`;
      return pageOf(context, args, { where, values: [accountId, memberId, accountId], status: null });
    },
    waitingBeneficiaryAccounts(_, args, context) {
      const which = waitingFor(signedIn(context));
      return which && pageOf(context, args, { ...which, status: 'PENDING' });
    },
  },
  Mutation: {
    declareBeneficiaryAccount: accountMutation('declareBeneficiaryAccount', declareAccount),
    approveBeneficiaryAccount: accountMutation('approveBeneficiaryAccount', approveAccount),
    rejectBeneficiaryAccount: accountMutation('rejectBeneficiaryAccount', rejectAccount),
    endBeneficiaryAccount: accountMutation('endBeneficiaryAccount', endAccount),
  },
  OrgUnit: {
    async beneficiaryAccount({ id }, _args, context) {
      if (!(await isInScope(context, id))) return null;
      const account = await loaderOf(context, 'accounts in use', async (ids: readonly string[]) => {
        const active = await findActiveAccounts(context.em, ids);
        await noteInspection(context, 'readBeneficiaryAccount', [...active.values()]);
        return ids.map((unitId) => active.get(unitId) ?? null);
      }).load(id);
      return account;
    },
    async beneficiaryAccounts({ id }, { status, ...wish }, context) {
      if (!(await isInScope(context, id))) return null;
      return pageOf(context, wish, { where: 'account.unit_id = ?', values: [id], status: status ?? null });
    },
  },
  BeneficiaryAccount: {
    unit: ({ unitId }: BeneficiaryRow) => ({ id: unitId }),
    holder: ({ holderMemberId }: BeneficiaryRow) => holderMemberId && { id: holderMemberId },
    accountNumber: (account: BeneficiaryRow, _, context) => numberFor(account, context),
    holderIsStranger: ({ holderBelongs }: BeneficiaryRow) => !holderBelongs,
    availableActions: (account: BeneficiaryRow, _, context) => actionsOf(account, context),
    history: ({ id }: BeneficiaryRow, _, context) => historyOf(context, dossierHistory, id, labels),
  },
};
