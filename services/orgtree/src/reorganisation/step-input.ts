import { randomUUID } from 'node:crypto';
import { tidyText } from '@dang/vietnam/text';
import type { NewUnitInput, SeenUnitInput, TreeStepInput } from '../generated/graph.ts';
import { isUnitCode } from '../unit/unit.rules.ts';
import type { NewUnit, SplitPart, TreeStep } from './plan.ts';

const NAME_LIMIT = 300;
const UNITS_LIMIT = 100;
const PARTS_LIMIT = 20;
const MEMBERS_LIMIT = 2_000;

/** An id that sorts by its moment (UUIDv7), given before the row is written: later steps of the plan name it. */
export function newUnitId(): string {
  const moment = Date.now().toString(16).padStart(12, '0');
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${randomUUID().slice(15)}`;
}

/** The input that cannot be right, by its name. */
export class FaultyInput extends Error {}

function checked(field: string, text: string, limit: number): string {
  const tidy = tidyText(text);
  if (tidy === '' || tidy.length > limit) throw new FaultyInput(field);
  return tidy;
}

const optional = (field: string, text: string | null | undefined, limit = NAME_LIMIT): string | null =>
  text == null ? null : checked(field, text, limit);

function code(text: string | null | undefined): string | null {
  if (text == null) return null;
  if (!isUnitCode(text)) throw new FaultyInput('code');
  return text;
}

function bounded<Item>(field: string, items: readonly Item[], from: number, to: number): Item[] {
  if (items.length < from || items.length > to) throw new FaultyInput(field);
  return [...items];
}

function newUnit(input: NewUnitInput): NewUnit {
  const name = checked('name', input.name, NAME_LIMIT);
  const region = input.regionMinWage ?? null;
  if (region !== null && (region < 1 || region > 4)) throw new FaultyInput('regionMinWage');
  return {
    id: newUnitId(),
    parentId: input.parentId,
    type: input.type,
    kind: input.kind,
    name,
    shortName: optional('shortName', input.shortName) ?? name,
    code: code(input.code),
    address: optional('address', input.address),
    regionMinWage: region,
    eDocumentCode: optional('eDocumentCode', input.eDocumentCode, 50),
    hasDigitalSignature: input.hasDigitalSignature ?? false,
    establishedOn: input.establishedOn ?? null,
  };
}

const partOf = ({
  unit,
  memberIds,
  childIds,
}: NonNullable<TreeStepInput['split']>['parts'][number]): SplitPart => ({
  unit: newUnit(unit),
  memberIds: bounded('memberIds', memberIds ?? [], 0, MEMBERS_LIMIT),
  childIds: bounded('childIds', childIds ?? [], 0, UNITS_LIMIT),
});

/** A step with the versions of the units that whoever asks for it has seen. */
export type AskedStep = { step: TreeStep; seen: SeenUnitInput[] };

/** The step that an input asks for. @throws FaultyInput for one that cannot be right, whatever the tree is like. */
export function stepOf(input: TreeStepInput): AskedStep {
  const { create, rename, move, merge, split, dissolve } = input;
  if ([create, rename, move, merge, split, dissolve].filter((one) => one != null).length !== 1)
    throw new FaultyInput('steps');
  if (create) return { step: { act: 'CREATE', unit: newUnit(create) }, seen: [] };
  if (rename) {
    const names = {
      name: checked('name', rename.name, NAME_LIMIT),
      shortName: optional('shortName', rename.shortName),
    };
    return { step: { act: 'RENAME', unitId: rename.unit.id, ...names }, seen: [rename.unit] };
  }
  if (move) {
    const { unit, parentId, type } = move;
    const step: TreeStep = {
      act: 'MOVE',
      unitId: unit.id,
      parentId,
      type: type ?? null,
      code: code(move.code),
    };
    return { step, seen: [unit] };
  }
  if (merge) return mergeOf(merge);
  if (split) {
    const { unit, ends = false } = split;
    const parts = bounded('parts', split.parts, 1, PARTS_LIMIT).map(partOf);
    const allotted = parts.flatMap(({ memberIds, childIds }) => [...memberIds, ...childIds]);
    if (new Set(allotted).size < allotted.length) throw new FaultyInput('parts');
    return { step: { act: 'SPLIT', unitId: unit.id, ends, parts }, seen: [unit] };
  }
  if (!dissolve) throw new FaultyInput('steps');
  const { unit, successorId } = dissolve;
  return { step: { act: 'DISSOLVE', unitId: unit.id, successorId: successorId ?? null }, seen: [unit] };
}

function mergeOf({ units, intoId, into }: NonNullable<TreeStepInput['merge']>): AskedStep {
  const seen = bounded('units', units, 1, UNITS_LIMIT);
  const unitIds = seen.map(({ id }) => id);
  if (new Set(unitIds).size < unitIds.length) throw new FaultyInput('units');
  const created = into ? newUnit(into) : null;
  if ((created === null) === (intoId == null)) throw new FaultyInput('intoId');
  return { step: { act: 'MERGE', unitIds, intoId: created?.id ?? intoId ?? '', created }, seen };
}
