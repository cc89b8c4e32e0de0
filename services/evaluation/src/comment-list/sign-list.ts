import {
  type PreparedSignature,
  prepareSignature,
  recordSignature,
} from '@dang/documents/signing/sign-document';
import type { GraphContext } from '@dang/service/context';
import { isRefusal, type Refusal } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type ListInput, type OpenedList, wouldAct } from './act-on-list.ts';
import { makeListForm } from './list.form.ts';
import { findPaper, type ListPaper } from './list-paper.rows.ts';

/** What signatures and files of lists belong to. */
export const LIST_KIND = 'CommentList';

/** The documents of a list that are signed: each carries the hash of the one before. */
const documents = {
  SIGN_AND_APPROVE: { what: 'Phê duyệt danh sách', fileName: 'danh-sach-da-duyet.pdf' },
  SIGN_AND_SEND: { what: 'Gửi danh sách', fileName: 'danh-sach-da-gui.pdf' },
} as const;

/**
 * Has the list signed by whoever asks, before the transaction of the act: only where the act would go through now, so that nobody
 * confirms a signature for nothing. `alsoBarred` looks at what the table does not know. Refused as `prepareSignature` is.
 */
export async function signList(
  context: GraphContext,
  action: keyof typeof documents,
  input: ListInput,
  alsoBarred: (em: SqlEntityManager, opened: OpenedList) => Promise<Refusal | null> = async () => null,
): Promise<PreparedSignature | Refusal> {
  const em = context.em.fork();
  const opened = await wouldAct(em, context, action, input);
  if (isRefusal(opened)) return opened;
  const bar = await alsoBarred(em, opened);
  if (bar) return bar;
  const paper = (await findPaper(em, context.environment, input.listId)) as ListPaper;
  const { what, fileName } = documents[action];
  return prepareSignature(
    { ...context, em },
    {
      kind: LIST_KIND,
      id: input.listId,
      what: `${what} ${paper.list.number}`,
      fileName,
      render: (block) => makeListForm(paper, block),
    },
  );
}

/** Writes a prepared signature down in the transaction of its act; null where nothing was signed. */
export const keepSignature = (
  em: SqlEntityManager,
  prepared: PreparedSignature | null,
): Promise<string | null> =>
  prepared === null ? Promise.resolve(null) : recordSignature(em, prepared, { chain: true });
