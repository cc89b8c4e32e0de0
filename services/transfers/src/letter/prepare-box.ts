import { prepareSignature } from '@dang/documents/signing/sign-document';
import { findUnits, getUnit } from '@dang/reference/units';
import type { GraphContext } from '@dang/service/context';
import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Act, ActInput, SigningInput, TransferResult } from '../dossier/acting.ts';
import { foreseeNumber } from '../register/register.ts';
import { inTurn } from '../register/register-queue.ts';
import type { BoxPlan } from './box-plan.ts';
import { directionOf, layoutOf } from './layout.ts';
import { makeLetterForm } from './letter.form.ts';
import { letterPaperWith } from './letter-paper.ts';
import { type PreparedBox, SignedOtherwise } from './prepared-box.ts';
import { mustSignDigitally, wayToSign } from './signing-need.rules.ts';

/** What signatures under letters belong to; the id is the letter's. */
export const LETTER_KIND = 'IntroductionLetter';

const ATTEMPTS = 5;

type Planned = { readonly act: Act; readonly plan: BoxPlan };

/** Where the box is entered: a unit, a year and a direction. */
const placeOf = ({ act: { dossier, today }, plan: { letterId, index, unitId } }: Planned) => ({
  letterId,
  index,
  unitId,
  direction: directionOf(layoutOf(dossier.kind), index),
  day: today,
});

/** Has the letter with this box rendered, signed and kept, under the number that its register would give now. */
async function prepareBox(
  context: GraphContext,
  em: SqlEntityManager,
  planned: Planned,
): Promise<PreparedBox | Refusal> {
  const { act, plan } = planned;
  const { dossier, today } = act;
  const number = await foreseeNumber(em, placeOf(planned));
  const prepared = await prepareSignature(
    { ...context, em },
    {
      kind: LETTER_KIND,
      id: plan.letterId,
      what: `Ô ${plan.index} giấy giới thiệu sinh hoạt đảng, hồ sơ ${dossier.number}`,
      fileName: `giay-gioi-thieu-${dossier.number}-o-${plan.index}.pdf`,
      render: async (block) => {
        const { signer, signedAt } = block;
        const paper = await letterPaperWith(em, context.environment, dossier, {
          plan,
          number,
          signer,
          signedAt,
          today,
        });
        return makeLetterForm(paper, { block });
      },
    },
  );
  return isRefusal(prepared) ? prepared : { ...prepared, plan, number };
}

async function versionOf(em: SqlEntityManager, transferId: string): Promise<number | null> {
  const [row]: { version: number }[] = await em.execute('select version from transfer_dossier where id = ?', [
    transferId,
  ]);
  return row?.version ?? null;
}

/**
 * Runs an act that signs a box: with the letter signed before its transaction where the level of the box signs digitally, with nothing where it does
 * not, and with the refusal where there is one (the transaction looks up the key of a repeated call before it answers that).
 */
export async function signedBefore(
  context: GraphContext,
  input: ActInput & Partial<SigningInput>,
  run: (prepared: PreparedBox | Refusal | null) => Promise<TransferResult>,
  ask: (em: SqlEntityManager) => Promise<Planned | Refusal | null>,
): Promise<TransferResult> {
  const { actor } = context;
  const [own] = actor?.capacity ? await findUnits(context.em, [actor.capacity.unitId]) : [];
  // Nobody signs for a unit above their own: a level that need not sign digitally signs every box by name, whichever it is. Whoever waited
  // inside of a transaction would keep one of the few connections from those who could go on.
  const isWished = input.sign === true || (input.paperScanIds ?? []).length > 0;
  if (own && !isWished && !mustSignDigitally(own.type)) return inTurn(`${own.id} by name`, () => run(null));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const em = context.em.fork();
    const planned = await ask(em);
    if (planned === null || isRefusal(planned)) return run(planned);
    const { unitId } = planned.plan;
    const { type } = own?.id === unitId ? own : await getUnit(em, unitId);
    const way = wayToSign(type, planned.act.dossier.channel, input);
    if (typeof way === 'object')
      return run(refuse(way.code, way.field === undefined ? {} : { field: way.field }));
    const { direction, day } = placeOf(planned);
    if (way !== 'DIGITAL') return run(null);
    try {
      return await inTurn(`${unitId} ${direction} ${day.slice(0, 4)}`, async () => {
        // whoever was before in this register may have acted on this dossier: nobody confirms a signature for nothing
        if ((await versionOf(em, input.transferId)) !== input.expectedVersion)
          return run(refuse('VERSION_CONFLICT', { field: 'expectedVersion' }));
        return run(await prepareBox(context, em, planned));
      });
    } catch (error) {
      if (!(error instanceof SignedOtherwise)) throw error;
    }
  }
  return run(refuse('REGISTER_BUSY'));
}
