import { scopeUnitOf, signInIsFresh } from '@dang/access/actor';
import { attachmentsFor } from '@dang/documents/files/attachment';
import { isWithin } from '@dang/reference/units';
import { type GraphContext, loaderOf } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import { type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { openText } from '@dang/service/sealed-text';
import { maskDigits, personalIdDoubts } from '@dang/vietnam/identifiers';
import { availableActions } from '@dang/workflow/decide';
import { labelsOf } from '@dang/workflow/workflow';
import { z } from 'zod';
import { environmentOf } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { accountHistory } from '../history.ts';
import { noteReads } from '../member/file-reads.ts';
import { visibleMember } from '../member/member.visibility.ts';
import { heldPositionsOf } from '../position/position.rows.ts';
import { isCurrent } from '../position/position.rules.ts';
import { type KnownPerson, knownPersons } from '../registry/registry-match.ts';
import { findPendingAccounts } from './account.rows.ts';
import { isOwnCase, relationsTo } from './account.rules.ts';
import { type AccountWorkflow, accountWorkflow } from './account.workflow.ts';
import { type AccountView, actsInOffice, loadFor, sightOf, signedIn } from './account-view.ts';
import { isAdminAbove } from './admin-above.ts';
import { type Decider, decidersOf, standsIn } from './decider.ts';
import { decideAccount } from './decision.ts';
import { ACCOUNT_SCANS } from './paper-entry.ts';
import { type RegistryFieldDifference, registryDifferences } from './registry-fill.rules.ts';

const unit = (id: string | null) => id && { id };

const cursorShape = z.tuple([z.iso.date(), z.guid()]);

/** Does the viewer decide in place of a unit that has nobody in office? One query for all accounts of a list. */
async function isStandIn(context: GraphContext, { id, status, viewer }: AccountView): Promise<boolean> {
  if (!viewer.capacity || (status !== 'PENDING_BRANCH' && status !== 'PENDING_SUPERIOR')) return false;
  const decider = await loaderOf<string, Decider | undefined>(context, 'deciders', async (ids) => {
    const deciders = await decidersOf(context.em, ids, context.clock.today());
    return ids.map((key) => deciders.get(key));
  }).load(id);
  return standsIn(decider, viewer, await actsInOffice(context, viewer));
}

async function actionsOf(account: AccountView, context: GraphContext) {
  const { viewer } = account;
  const about = { ...account, accountId: account.id };
  const relations = relationsTo(about, viewer, await actsInOffice(context, viewer));
  if (await isAdminAbove(context, viewer, account.id)) relations.add('ADMIN_ABOVE');
  if (await isStandIn(context, account)) relations.add('STAND_IN');
  const actions = availableActions<AccountWorkflow, RefusalCode>(accountWorkflow, {
    state: account.status,
    relations,
    facts: {
      notOwnCase: isOwnCase(about, viewer) ? 'OWN_CASE' : true,
    },
    stepUpFresh: signInIsFresh(viewer, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

/** A field that is the owner's and the deciding office's to read; null to who administers accounts only. */
const hidden =
  <Value>(read: (account: AccountView) => Value) =>
  (account: AccountView) =>
    sightOf(account) === 'NAME' ? null : read(account);

function knownPersonOf(context: GraphContext, accountId: string): Promise<KnownPerson | null> {
  return loaderOf<string, KnownPerson | null>(context, 'known-person', (ids) =>
    knownPersons(context.em, ids),
  ).load(accountId);
}

/** A field of the person's file: nobody reads somebody else's without a trace. */
const noted =
  <Value>(read: (account: AccountView, context: GraphContext) => Value | Promise<Value>) =>
  async (account: AccountView, _args: unknown, context: GraphContext): Promise<Value> => {
    if (sightOf(account) !== 'OWNER') await noteReads(context, 'account', [account.id]);
    return read(account, context);
  };

/** The same, and null to who administers accounts only. */
const filed = <Value>(read: (account: AccountView, context: GraphContext) => Value | Promise<Value>) => {
  const shown = noted(read);
  return async (account: AccountView, args: unknown, context: GraphContext): Promise<Value | null> =>
    sightOf(account) === 'NAME' ? null : shown(account, args, context);
};

const covered = ({ field, declared, registry }: RegistryFieldDifference): RegistryFieldDifference => ({
  field,
  declared: declared && maskDigits(declared),
  registry: registry && maskDigits(registry),
});

async function differencesOf(
  account: AccountView,
  context: GraphContext,
): Promise<RegistryFieldDifference[]> {
  const known = sightOf(account) === 'NAME' ? null : await knownPersonOf(context, account.id);
  if (!known) return [];
  if (sightOf(account) === 'OFFICE') await noteReads(context, 'account', [account.id]);
  const { PROVINCE_KEY: key } = environmentOf(context);
  const open = (sealed: string | null) => sealed && openText(key, sealed);
  const declared = { ...account, cardNumber: open(account.cardNumberSealed) ?? account.legacyCardNumber };
  const all = registryDifferences(declared, known.record, open(known.cardNumberSealed));
  return all.map((one) => (one.field === 'cardNumber' ? covered(one) : one));
}

const doubtsOf = filed((account, context) =>
  personalIdDoubts(openText(environmentOf(context).PROVINCE_KEY, account.personalIdSealed), account),
);

const historyLabels = labelsOf(
  accountWorkflow,
  ['SIGN_IN', 'Đăng nhập lần đầu bằng VNeID'],
  ['NAME_OPERATOR', 'Chỉ định quản trị hệ thống'],
  ['FOLLOW', 'Chuyển theo sắp xếp tổ chức'],
);

export const accountResolvers: Resolvers = {
  Query: {
    async account(_parent, _args, context) {
      const { actor } = context;
      return actor && loadFor(context, actor)(context.em, actor.accountId);
    },

    async pendingAccounts(_parent, { unitId, first, after }, context) {
      const actor = signedIn(context);
      const page = pageArgs(first, after);
      const approves = scopeUnitOf(actor, 'ACCOUNT_APPROVE');
      const scope = approves ?? scopeUnitOf(actor, 'SYSTEM_OPERATE');
      const wanted = unitId ?? scope;
      const place = page.after === null ? null : decodeCursor(page.after, cursorShape);
      const isOpen =
        wanted !== null &&
        scope !== null &&
        (await actsInOffice(context, actor)) &&
        (await isWithin(context.em, wanted, scope));
      const isOperator = approves === null;
      const desk = { unitId: wanted ?? '', today: context.clock.today(), isOperator };
      const rows = isOpen ? await findPendingAccounts(context.em, desk, page.limit, place) : [];
      const views = rows.map((row): AccountView => ({ ...row, viewer: actor, asOperator: isOperator }));
      return connection(views, page.first, (row) => [row.submittedOn, row.id]);
    },
  },

  Mutation: {
    approveAccount(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'approveAccount',
        input,
        field: 'account' as const,
        load: loadFor(context, actor),
      };
      return mutate(context, call, (em) => decideAccount(em, context, actor, input, { action: 'APPROVE' }));
    },
    rejectAccount(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = { name: 'rejectAccount', input, field: 'account' as const, load: loadFor(context, actor) };
      const verdict = { action: 'REJECT', reason: input.reason } as const;
      return mutate(context, call, (em) => decideAccount(em, context, actor, input, verdict));
    },
  },

  Account: {
    nationality: filed(({ nationality }) => nationality),
    permanentAddress: filed(({ permanentAddress }) => permanentAddress),
    profileNumber: filed(({ profileNumber }) => profileNumber),
    joinDate: filed(({ joinDate }) => joinDate),
    officialDate: filed(({ officialDate }) => officialDate),
    monthlyDuesFrom: hidden(({ monthlyDuesFrom }) => monthlyDuesFrom),
    rejectionReason: hidden(({ rejectionReason }) => rejectionReason),
    paperReference: hidden(({ paperReference }) => paperReference),
    registrySource: hidden(({ registrySource }) => registrySource),
    form: filed((account) => account),
    scans: filed(({ id }, context) => attachmentsFor(context, ACCOUNT_SCANS, id)),
    registryDifferences: (account: AccountView, _args, context) => differencesOf(account, context),
    member: (account: AccountView, _args, context) =>
      visibleMember(context, account.viewer, account.memberId),
    dateOfBirth: noted(({ dateOfBirth }) => dateOfBirth),
    gender: noted(({ gender }) => gender),
    personalIdMasked: noted(({ personalIdSealed }, context) =>
      maskDigits(openText(environmentOf(context).PROVINCE_KEY, personalIdSealed)),
    ),
    personalIdDoubts: async (account: AccountView, args, context) =>
      (await doubtsOf(account, args, context)) ?? [],
    cardNumberMasked: filed(({ cardNumberSealed, legacyCardNumber }, context) => {
      const digits = cardNumberSealed
        ? openText(environmentOf(context).PROVINCE_KEY, cardNumberSealed)
        : legacyCardNumber;
      return digits && maskDigits(digits);
    }),
    branch: ({ branchId }: AccountView) => unit(branchId),
    residenceBranch: hidden(({ residenceBranchId }) => unit(residenceBranchId)),
    approverUnit: ({ approverUnitId }: AccountView) => unit(approverUnitId),
    monthlyDues: hidden(({ monthlyDues }) => (monthlyDues === null ? null : BigInt(monthlyDues))),
    inRegistry: ({ memberId }: AccountView) => memberId !== null,
    async positions({ id, memberId, status, viewer }: AccountView, _args, context) {
      if (viewer.accountId !== id || memberId === null || status !== 'ACTIVE') return [];
      const held = await heldPositionsOf(context.em, [memberId]);
      return held.filter((position) => isCurrent(position, context.clock.today()));
    },
    availableActions: (account: AccountView, _args, context) => actionsOf(account, context),
    history: (account: AccountView, _args, context) =>
      sightOf(account) === 'NAME' ? [] : historyOf(context, accountHistory, account.id, historyLabels),
  },
};
