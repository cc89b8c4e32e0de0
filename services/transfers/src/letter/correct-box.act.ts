import { isRefusal, type Refusal, refuse } from '@dang/service/refusal';
import { actOnTransfer } from '../dossier/act.ts';
import type { Act, SigningInput } from '../dossier/acting.ts';
import { ownsBox } from '../dossier/relations.rules.ts';
import type { BoxPlan } from './box-plan.ts';
import { FIRST_BOX } from './layout.ts';
import { correctBox } from './sign-box.ts';

const CORRECTION_LIMIT = 2000;

type CorrectInput = SigningInput & { readonly boxIndex: number; readonly correction: string };

/** The box that its own level corrects: signed, after the first, and never corrected before (12-HD/BTCTW: box 1 is written anew). */
async function planCorrection(
  { facts, actor }: Act,
  { boxIndex, correction: text }: CorrectInput,
): Promise<(BoxPlan & { readonly correction: string }) | Refusal> {
  const box = facts.boxes.find(({ index }) => index === boxIndex);
  const isSigned =
    box?.status === 'SIGNED' && box.content !== null && box.unitId !== null && boxIndex > FIRST_BOX;
  if (!isSigned) return refuse('NO_BOX_TO_CORRECT', { field: 'boxIndex' });
  if (!ownsBox(facts, actor, box)) return refuse('ACTION_NOT_ALLOWED', { field: 'boxIndex' });
  if (box.correction !== null) return refuse('BOX_ALREADY_CORRECTED', { field: 'boxIndex' });
  const correction = text.trim();
  if (correction === '' || correction.length > CORRECTION_LIMIT || correction === box.content)
    return refuse('INVALID_INPUT', { field: 'correction' });
  const { letterId, unitId, content } = box;
  return { letterId, index: boxIndex, unitId: unitId as string, content: content as string, correction };
}

/** The level that signed a box corrects it, once: what it said stays to be read, and the letter is signed again as the next of its chain. */
export const correctLetterBox = actOnTransfer(
  'correctLetterBox',
  'CORRECT_BOX',
  async (act, input: CorrectInput) => {
    const plan = await planCorrection(act, input);
    if (isRefusal(plan)) return plan;
    await correctBox(act, plan);
    return { boxIndex: plan.index };
  },
  { signs: planCorrection },
);
