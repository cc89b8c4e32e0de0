import { signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { historyOf } from '@dang/service/history';
import { connection, decodeCursor, pageArgs } from '@dang/service/keyset';
import { mutate } from '@dang/service/mutation';
import { type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { openText } from '@dang/service/sealed-text';
import { availableActions } from '@dang/workflow/decide';
import { labelsOf } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { signedIn } from '../beneficiary-account/beneficiary-account.acts.ts';
import { dossierHistory } from '../dossier-step/history.ts';
import type { Resolvers } from '../generated/graph.ts';
import { importStatement, keepsCentralAccount, resolveLine } from './statement.acts.ts';
import {
  findStatement,
  findStatementLines,
  findStatementLinesPage,
  type StatementLineRow,
} from './statement-line.rows.ts';
import { type StatementLineWorkflow, statementLineWorkflow } from './statement-line.workflow.ts';

const labels = labelsOf(statementLineWorkflow, ['READ', 'Đọc sao kê']);
const cursorShape = z.tuple([z.guid()]);

function actionsOf(line: StatementLineRow, context: GraphContext) {
  const actions = availableActions<StatementLineWorkflow, RefusalCode>(statementLineWorkflow, {
    state: line.status,
    relations: new Set(['OFFICER']),
    facts: {},
    stepUpFresh: signInIsFresh(signedIn(context), new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, context.language),
  }));
}

/** The bank's statements of the central account, and what in them does not fit the books. */
export const statementResolvers: Resolvers = {
  Query: {
    async bankStatementLines(_, { status, ...args }, context) {
      const { first, limit, after } = pageArgs(args.first, args.after);
      const place = after === null ? null : decodeCursor(after, cursorShape)[0];
      if (!(await keepsCentralAccount(context.em, signedIn(context)))) return null;
      const rows = await findStatementLinesPage(context.em, { status: status ?? null, after: place, limit });
      return connection(rows, first, ({ id }) => [id]);
    },
  },
  Mutation: {
    importBankStatement(_, { input }, context) {
      const load = async (em: SqlEntityManager, id: string) =>
        (await keepsCentralAccount(em, signedIn(context))) ? findStatement(em, id) : null;
      const call = { name: 'importBankStatement', input, field: 'statement' as const, load };
      return mutate(context, call, (em) => importStatement(em, context, input));
    },
    resolveStatementLine(_, { input }, context) {
      const load = async (em: SqlEntityManager, id: string) =>
        (await keepsCentralAccount(em, signedIn(context)))
          ? ((await findStatementLines(em, [id]))[0] ?? null)
          : null;
      const call = { name: 'resolveStatementLine', input, field: 'line' as const, load };
      return mutate(context, call, (em) => resolveLine(em, context, input));
    },
  },
  BankStatementLine: {
    counterparty: ({ counterpartySealed }: StatementLineRow, _, { environment }) =>
      counterpartySealed && openText(environment.PROVINCE_KEY, counterpartySealed),
    availableActions: (line: StatementLineRow, _, context) => actionsOf(line, context),
    history: ({ id }: StatementLineRow, _, context) => historyOf(context, dossierHistory, id, labels),
  },
};
