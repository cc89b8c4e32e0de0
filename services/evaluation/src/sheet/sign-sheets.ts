import { type PreparedSignature, prepareSignature } from '@dang/documents/signing/sign-document';
import type { GraphContext } from '@dang/service/context';
import { isRefusal, type Refusal } from '@dang/service/refusal';
import type { CommentItemRow } from '../comment-item/comment-item.rows.ts';
import { type ItemAttempt, openItem } from '../comment-item/item-act.ts';
import { makeSheetForm } from './sheet.form.ts';
import { getOpenSheet, SHEET_KIND, type SheetRow } from './sheet.rows.ts';
import { paperOf } from './sheet-paper.ts';

/** How many signatures are asked for at once. */
const SIGNERS = 3;

/** What was made of one sheet before it is sent: a signature over this version of it, or why there is none. */
export type SignedSheet = { readonly version: number; readonly signature: PreparedSignature } | Refusal;

/** The item and its sheet, where the actor may send it now and it needs a signature; null where not. */
async function readyToSign(
  context: GraphContext,
  attempt: ItemAttempt,
): Promise<{ item: CommentItemRow; sheet: SheetRow } | null> {
  return context.em.fork().transactional(async (em) => {
    const act = await openItem(em, context, 'SIGN_AND_SEND', attempt);
    if (isRefusal(act)) return null;
    const sheet = await getOpenSheet(em, act.item.id);
    return sheet.channel === 'ONLINE' ? { item: act.item, sheet } : null;
  });
}

async function signOne(context: GraphContext, attempt: ItemAttempt): Promise<SignedSheet | null> {
  const ready = await readyToSign(context, attempt);
  if (!ready) return null;
  const { item, sheet } = ready;
  const paper = await paperOf(context, item, sheet);
  const what = `Phiếu nhận xét ${item.number}`;
  const signature = await prepareSignature(
    { ...context, em: context.em.fork() },
    {
      kind: SHEET_KIND,
      id: sheet.id,
      what,
      fileName: `phieu-nhan-xet-${item.number}.pdf`,
      render: (block) => makeSheetForm(paper, block),
    },
  );
  return isRefusal(signature) ? signature : { version: sheet.version, signature };
}

/**
 * Has the sheets signed that may be sent, a few at once, with no transaction open; what is wrong with the others the act itself will
 * say. A refusal of the signer (no certificate, no answer) holds for all: nobody waits for it a hundred times. By the id of the item.
 */
export async function signSheets(
  context: GraphContext,
  attempts: readonly ItemAttempt[],
): Promise<Map<string, SignedSheet>> {
  const signed = new Map<string, SignedSheet>();
  const waiting = [...attempts];
  let bar: Refusal | null = null;
  const signer = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const done: SignedSheet | null = bar ?? (await signOne(context, next));
      if (done) signed.set(next.itemId.toLowerCase(), done);
      if (done && isRefusal(done)) bar = done;
    }
  };
  await Promise.all(Array.from({ length: SIGNERS }, signer));
  return signed;
}
