import { randomInt, randomUUID } from 'node:crypto';
import { testActor } from '@dang/service/testing';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type ChangingTree, changingTree } from '../../test/changing-tree.ts';
import { boxesToSign, setDossier, type Wanted } from '../../test/set-dossier.ts';
import { openTransfers, TODAY, type TransferStage, units } from '../../test/transfer-stage.ts';
import type { DossierFacts } from '../dossier/dossier.facts.ts';
import { openBox } from '../dossier/dossier.facts.ts';
import { findDossiers } from '../dossier/dossier.reads.ts';
import type { DossierRow } from '../dossier/dossier.row.ts';
import { gatherFacts } from '../dossier/gather-facts.ts';
import { actionsOn, waitingUnitOf } from '../dossier/judge.rules.ts';
import type { TransferState } from '../dossier/workflows.ts';
import { layoutOf } from '../letter/layout.ts';

let stage: TransferStage;
beforeAll(async () => {
  stage = await openTransfers();
});
afterAll(() => stage?.close());

const seed = Number(process.env.REHOMING_SEED ?? randomInt(2 ** 31));
const DOSSIERS = 45;
const REORGANISATIONS = 12;

const staying: readonly TransferState[] = ['ACTIVE_TEMPORARY', 'EXTENSION_REQUESTED', 'CONVERTED'];

/** A random dossier of a random member: with or without a letter, within the province, out of it or into it. */
async function someDossier(tree: ChangingTree, random: () => number): Promise<string> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const kind = random() < 0.5 ? 'OFFICIAL' : 'TEMPORARY';
  const originId = pick(tree.branches());
  const other = tree.branches().filter((id) => id !== originId);
  const { memberId } = await stage.newMember();
  const em = stage.em().fork();
  const ends = { memberId, kind, originId, destinationId: pick(other), signed: null } as const;
  const way = random();
  const wanted: Wanted =
    way < 0.1
      ? { ...ends, destinationId: random() < 0.5 ? null : units.farBranch, destinationText: 'Quân khu 4' }
      : way < 0.2
        ? { ...ends, originId: null }
        : ends;
  const all = await boxesToSign(em, wanted);
  const signed = random() < 0.2 && wanted.originId !== null ? null : Math.floor(random() * all);
  const least = wanted.originId === null ? 0 : 1;
  const states: TransferState[] = ['DRAFT', 'SUBMITTED', 'SUPPLEMENT_REQUESTED'];
  const more: Partial<Wanted> =
    signed === null
      ? { status: pick(kind === 'OFFICIAL' ? [...states, 'ORIGIN_MET'] : states) }
      : { signed: Math.max(signed, least) };
  const set = { ...wanted, ...more };
  const id = await em.transactional(async (inner) => setDossier(inner, set));
  const [dossier] = await read([id]);
  const status = dossier?.status as TransferState;
  const changeTo = async (next: TransferState) => {
    await em.execute('update transfer_dossier set status = ? where id = ?', [next, id]);
    const facts = (await factsNow()).get(id) as DossierFacts;
    const waiting = waitingUnitOf(facts, next);
    await em.execute('update transfer_dossier set waiting_unit_id = ? where id = ?', [waiting, id]);
  };
  await changeTo(status);
  if (['SENT', 'IN_DEST_CHAIN'].includes(status) && random() < 0.3) await changeTo('RETURNED_BY_DEST');
  const runs = status === 'ACTIVE_TEMPORARY' || status === 'RETURNING' || status === 'BACK_AT_ORIGIN';
  const host = runs && wanted.destinationText === undefined ? wanted.destinationId : null;
  await stage.hear(tree.settle(memberId, wanted.originId, host));
  if (status !== 'ACTIVE_TEMPORARY' || host === null || wanted.originId === null) return id;
  const asked = random();
  if (asked < 0.3) {
    await changeTo('EXTENSION_REQUESTED');
  } else if (asked < 0.5) {
    await changeTo('CONVERTED');
    await em.transactional((inner) =>
      setDossier(inner, {
        ...ends,
        ...wanted,
        kind: 'OFFICIAL',
        status: 'SUBMITTED',
        signed: null,
        convertsId: id,
      }),
    );
  }
  return id;
}

const read = (ids: readonly string[]): Promise<DossierRow[]> =>
  findDossiers(stage.em().fork(), ids, { sql: 'true', values: [] });

async function factsNow(): Promise<Map<string, DossierFacts>> {
  const em = stage.em().fork();
  const rows = await findDossiers(
    em,
    (await em.execute<{ id: string }[]>('select id from transfer_dossier')).map(({ id }) => id),
    { sql: 'true', values: [] },
  );
  return gatherFacts(em, rows);
}

/** Which unit everything of an ended one has gone to, or null when it has gone nowhere. */
function successorIn(tree: ChangingTree, successions: ReadonlyMap<string, string>, unitId: string) {
  let at = unitId;
  for (let next = successions.get(at); next !== undefined; next = successions.get(at)) at = next;
  return tree.unit(at)?.validTo === null ? at : null;
}

/** Where the next box of a letter may stand in each state; states without a letter, and those that wait outside, have none. */
function openIndexes({ kind, status }: DossierRow): [number, number] | null {
  const { lastOrigin, arrival, comment, boxes } = layoutOf(kind);
  const places: Partial<Record<TransferState, [number, number]>> = {
    IN_ORIGIN_CHAIN: [1, lastOrigin],
    SENT: [lastOrigin + 1, arrival - 1],
    IN_DEST_CHAIN: [lastOrigin + 1, arrival - 1],
    RETURNED_BY_DEST: [lastOrigin + 1, arrival],
    AT_DEST_BRANCH: [arrival, arrival],
    BACK_AT_ORIGIN: [boxes, boxes],
  };
  if (comment !== null) {
    places.RETURNING = [comment, boxes - 1];
    for (const state of staying) places[state] = [comment, comment];
  }
  return places[status] ?? null;
}

function expectWhole(tree: ChangingTree, facts: DossierFacts): void {
  const { dossier, boxes } = facts;
  const { lastOrigin, arrival, comment } = layoutOf(dossier.kind);
  const leaves = boxes[arrival - 1]?.outside === true;
  const open = openBox(facts);
  const place = openIndexes(dossier);
  if (place && !(leaves && staying.includes(dossier.status)) && boxes.length > 0) {
    expect(open?.index).toBeGreaterThanOrEqual(place[0]);
    expect(open?.index).toBeLessThanOrEqual(place[1]);
  }
  const isGone = tree.unit(dossier.destinationBranchId ?? '')?.validTo != null;
  const pathOf = (id: string | null) => tree.unit(id ?? '')?.path ?? [];
  for (const box of boxes) {
    if (box.status !== 'NEXT' && box.status !== 'RETURNED' && box.status !== 'PENDING') continue;
    const isOrigins = box.index <= lastOrigin || (comment !== null && box.index > comment + 1);
    // what lies before the next box was passed by: nobody signs it any more
    if (open !== null && box.index < open.index) continue;
    if (box.status === 'RETURNED' && dossier.originBranchId === null) continue;
    if (isGone && !isOrigins) continue;
    const path = pathOf(isOrigins ? dossier.originBranchId : dossier.destinationBranchId);
    expect({ index: box.index, within: path.includes(box.unitId ?? '') }).toEqual({
      index: box.index,
      within: true,
    });
  }
  if (
    !isGone &&
    !leaves &&
    dossier.originBranchId !== null &&
    comment !== null &&
    staying.includes(dossier.status)
  ) {
    const committee = pathOf(dossier.destinationBranchId)
      .map((id) => tree.unit(id))
      .findLast((unit) => unit?.type === 'GRASSROOTS_COMMITTEE');
    expect(boxes[comment]?.unitId ?? null).toBe(committee?.id ?? null);
  }
}

/** Whoever is waited for can do something: no dossier stands still because the tree has changed. */
function expectAlive(tree: ChangingTree, facts: DossierFacts): void {
  const { dossier } = facts;
  const unitId = staying.includes(dossier.status)
    ? facts.boxes[layoutOf(dossier.kind).arrival - 1]?.outside
      ? dossier.originBranchId
      : dossier.destinationBranchId
    : dossier.waitingUnitId;
  if (unitId === null || dossier.status === 'CONVERTED') return;
  const unit = tree.unit(unitId);
  const isBranch = unit?.type.includes('BRANCH');
  const actor = testActor({ role: isBranch ? 'BRANCH_SECRETARY' : 'COMMITTEE_SECRETARY', unitId });
  const actions = actionsOn(facts, actor, { today: TODAY, month: '2026-07', now: new Date() });
  // a delay can always be explained, which is no step onward
  const onward = actions.filter(({ action }) => action !== 'EXPLAIN_DELAY');
  const codes = onward.map(({ action, code }) => `${action} ${code}`);
  expect({ codes, alive: onward.some(({ allowed }) => allowed) }).toEqual({ codes, alive: true });
}

test(`dossiers of every state follow ${REORGANISATIONS} random reorganisations (REHOMING_SEED=${seed})`, async () => {
  process.stdout.write(`rehoming: model seed ${seed}\n`);
  const random = seededRandom(seed);
  const tree = changingTree(random, TODAY);
  const successions = new Map<string, string>();
  await stage.hear(tree.recorded());
  for (let count = 0; count < DOSSIERS; count += 1) await someDossier(tree, random);

  for (let round = 0; round < REORGANISATIONS; round += 1) {
    const before = await factsNow();
    const told = tree.reorganise();
    for (const { unitId, successorId } of (
      told.fact.data as { successions: { unitId: string; successorId: string }[] }
    ).successions)
      successions.set(unitId, successorId);
    await stage.hear(told.tree);
    const closing = [told.placements ?? [], told.fact].flat();
    await stage.hear(...(random() < 0.5 ? closing : closing.toReversed()));
    const after = await factsNow();

    for (const [id, now] of after) {
      const was = before.get(id) as DossierFacts;
      const { dossier } = now;
      const where = `round ${round}, dossier ${id}: ${was.dossier.kind} ${was.dossier.status} -> ${dossier.status}`;
      try {
        if (was.dossier.closedOn !== null) {
          expect([dossier, now.stay]).toEqual([was.dossier, was.stay]);
          continue;
        }
        for (const box of was.boxes) {
          if (box.status !== 'SIGNED') continue;
          const { unitId, content, registerNumber } = box;
          expect(now.boxes[box.index - 1] ?? box).toMatchObject({ unitId, content, registerNumber });
        }
        if (dossier.closedOn !== null) {
          const runs = was.stay?.startedOn != null;
          expect(dossier.status).toBe(runs ? 'COMPLETED' : 'CANCELLED');
          if (runs) expect(now.stay?.endedOn).toBe(TODAY);
          continue;
        }
        const placement = tree.placementOf(dossier.memberId);
        if (dossier.originBranchId !== null) expect(dossier.originBranchId).toBe(placement?.branchId);
        if (dossier.status !== 'DRAFT') expect(dossier.destinationBranchId).not.toBe(dossier.originBranchId);
        const wanted = was.dossier.destinationBranchId;
        if (wanted !== null && dossier.destinationBranchId !== null && wanted !== units.farBranch) {
          const allotted = now.stay?.startedOn != null ? placement?.temporaryBranchId : null;
          const successor = successorIn(tree, successions, wanted);
          if (allotted ?? successor) expect(dossier.destinationBranchId).toBe(allotted ?? successor);
        }
        expectWhole(tree, now);
        expectAlive(tree, now);
      } catch (error) {
        throw new Error(
          `${where} (REHOMING_SEED=${seed})\n${JSON.stringify(now.boxes.map((b) => [b.index, b.status, b.unitId]))}\n${error}`,
        );
      }
    }
    const histories: { id: string }[] = await stage.em().execute(
      `select d.id from transfer_dossier d where version <> (select count(*) from dossier_entry e where e.dossier_id = d.id)
         and version <> (select max(version) from dossier_entry e where e.dossier_id = d.id)`,
    );
    expect(histories).toEqual([]);
    await stage.hear(
      { ...told.fact, id: randomUUID() },
      ...(told.placements ? [{ ...told.placements, id: randomUUID() }] : []),
    );
    expect(await factsNow()).toEqual(after);
  }
}, 240_000);
