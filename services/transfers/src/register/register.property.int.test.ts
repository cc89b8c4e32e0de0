import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyPdf } from '@dang/documents/signing/pdf-signature';
import { currentTrust } from '@dang/documents/signing/remote-provider';
import { pathOf } from '@dang/documents/testing-files';
import { textOfPdf } from '@dang/documents/testing-pdf';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { seededRandom } from '@dang/workflow/walk';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { boxOf, letterOf } from '../../test/letter-stage.ts';
import {
  desks,
  officer,
  openTransfers,
  TODAY,
  type TransferStage,
  units,
} from '../../test/transfer-stage.ts';
import { definition } from '../definition.ts';
import { enterIntoRegister } from './register.ts';

const SIGNERS = 20;
const FLIPS = 80;
const seed = Number(process.env.REGISTER_SEED ?? randomInt(2 ** 31));
const random = seededRandom(seed);

let stage: TransferStage;
let doors: ReturnType<typeof openTestDoors>;
beforeAll(async () => {
  stage = await openTransfers();
  doors = openTestDoors(stage, definition.doors ?? []);
});
afterAll(async () => {
  await doors?.close();
  await stage?.close();
});

const fetched = async (url: string) => (await doors.app.inject(pathOf(url))).rawPayload;

/** Every so often the transaction of an act falls over at its end, after the number was taken and the signature recorded. */
const crashes = [
  `create function crash_now() returns trigger language plpgsql as
     $$ begin if random() < 0.25 then raise exception 'crash'; end if; return new; end $$`,
  `create trigger crash_now before insert on dossier_entry for each row when (new.action = 'SIGN_BOX') execute function crash_now()`,
];

/** Signs with the same key until it is done, as a front end whose answer was lost would. */
async function signUntilDone(actor: typeof desks.committee, transferId: string): Promise<number> {
  const input = {
    idempotencyKey: randomUUID(),
    transferId,
    expectedVersion: 3,
    comment: 'Nhất trí với bản tự kiểm điểm.',
  };
  const document =
    'mutation ($input: SignLetterBoxInput!) { signLetterBox(input: $input) { refusal { code } } }';
  for (let attempt = 1; attempt <= 40; attempt++) {
    const { data, errors } = await stage.execute(document, { input }, actor);
    const code = errors ? 'CRASH' : data?.signLetterBox.refusal?.code;
    if (code === undefined) return attempt;
    expect(['CRASH', 'REGISTER_BUSY']).toContain(code);
  }
  throw new Error(`dossier ${transferId} was never signed`);
}

test(`twenty sign into one register at once, falling over in between: no gap, no double, and every PDF names the number it was given (REGISTER_SEED=${seed})`, async () => {
  process.stdout.write(`register: seed ${seed}\n`);
  const dossiers = [];
  for (let at = 0; at < SIGNERS; at++) dossiers.push(await stage.dossierAt('IN_ORIGIN_CHAIN'));
  const signers = dossiers.map(({ id }) => ({ id, actor: officer('kdc', 'COMMITTEE_SECRETARY') }));
  for (const sql of crashes) await stage.em().execute(sql);

  let running = true;
  const somewhereElse = (async () => {
    let taken = 0;
    for (; running && taken < 12; taken++) {
      await sleep(Math.floor(random() * 400));
      const box = {
        unitId: units.kdc,
        letterId: randomUUID(),
        index: 3,
        direction: 'OUT',
        day: TODAY,
      } as const;
      await stage.em().transactional((em) => enterIntoRegister(em, box));
    }
    return taken;
  })();
  const attempts = await Promise.all(signers.map(({ actor, id }) => signUntilDone(actor, id)));
  running = false;
  const taken = await somewhereElse;
  await stage.em().execute('drop trigger crash_now on dossier_entry');
  process.stdout.write(
    `register: ${attempts.reduce((sum, each) => sum + each, 0)} attempts for ${SIGNERS}, ${taken} taken elsewhere\n`,
  );

  const [register] = await stage.em().execute<{ seqs: number[]; last: number }[]>(
    `select array_agg(e.seq order by e.seq) as seqs, max(c.last) as last from register_entry e
       join register_counter c using (unit_id, year, direction) where unit_id = ? and direction = 'OUT'`,
    [units.kdc],
  );
  expect(register?.seqs).toEqual(Array.from({ length: SIGNERS + taken }, (_, at) => at + 1));
  expect(register?.last).toBe(SIGNERS + taken);

  const numbers = new Set<number>();
  for (const { id } of dossiers) {
    const letter = await letterOf(stage, id, desks.inspector);
    const { registerNumber, signature } = boxOf(letter, 3);
    expect(signature?.step).toBe(1);
    expect(letter.signatures).toHaveLength(1);
    numbers.add(registerNumber as number);
    const words = textOfPdf(await fetched(letter.signatures[0]?.document.url as string)).join('\n');
    expect(words).toContain(`Số GTSHĐ: ${registerNumber}/2026`);
  }
  expect(numbers.size).toBe(SIGNERS);
}, 300_000);

test('a chain of signed letters holds to the last byte', async () => {
  const { id } = await stage.dossierAt('AT_DEST_BRANCH');
  const { signatures } = await letterOf(stage, id, desks.inspector);
  const trust = await currentTrust(stage.environment);
  const at = new Date(`${TODAY}T12:00:00Z`);
  for (const [index, { document, previousSha256 }] of signatures.entries()) {
    const pdf = await fetched(document.url);
    expect(verifyPdf(pdf, trust, at).verdict).toBe('VALID');
    expect(previousSha256).toBe(signatures[index - 1]?.sha256 ?? null);
    if (previousSha256) expect(textOfPdf(pdf).join('')).toContain(previousSha256);
    for (let flip = 0; flip < FLIPS; flip++) {
      const place = Math.floor(random() * pdf.length);
      const other = Buffer.from(pdf);
      other[place] = (other[place] as number) ^ (1 << Math.floor(random() * 8));
      expect([place, verifyPdf(other, trust, at).verdict]).toEqual([place, 'TAMPERED']);
    }
  }
}, 120_000);
