import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LetterSentOut } from '@dang/events/contracts/transfers/letter-sent-out';
import { makeEnvelope } from '@dang/events/envelope';
import { letterSubject } from '@dang/events/link';
import { arrivedStream, leavingStream } from '@dang/events/link-streams';
import { placesBeside, status, upstreamsOf } from '@dang/events/operate';
import { managerOf, streamName } from '@dang/events/stream';
import { migrateJobs } from '@dang/service/jobs';
import { startWorkers, type Workers } from '@dang/service/workers';
import { definition } from '@dang/transfers/definition';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import { sealedList } from '../../services/transfers/test/letter-in.ts';
import { sentOut } from '../../services/transfers/test/letter-out.ts';
import {
  officer,
  openTransfers,
  TODAY,
  type TransferStage,
  units,
} from '../../services/transfers/test/transfer-stage.ts';
import { messagesIn, until } from '../src/drills/leaf-link/letters.ts';
import {
  type LinkedProvince,
  type LinkedProvinces,
  linkProvinces,
  ROGUE,
} from '../src/drills/leaf-link/provinces.ts';

const PATIENCE_MS = 60_000;
const far = officer('farBranch', 'BRANCH_SECRETARY', {
  name: 'Lê Văn Sơn',
  title: 'Bí thư chi bộ',
} as object);

interface Deployment {
  stage: TransferStage;
  workers: Workers;
  province: LinkedProvince;
}

let folder: string;
let linked: LinkedProvinces;
let here: Deployment;
let there: Deployment;
let third: LinkedProvince;

/** Transfers of a province, with a database of its own and the workers that it has in a cluster. */
async function deploy(province: LinkedProvince): Promise<Deployment> {
  const environment = { NATS_URL: province.urlOf('transfers'), PROVINCE_LINK: 'on' };
  const stage = await openTransfers(TODAY, { province: province.code, environment });
  await migrateJobs(stage.environment.DATABASE_URL, definition.name, definition.jobs ?? [], stage.log);
  return { stage, workers: startWorkers(definition, stage), province };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dang-over-the-link-'));
  linked = await linkProvinces(folder, ['05', '38', '01'], { sendsOn: false, rogues: ['01'] });
  const [first, second, rogue] = linked.provinces as [LinkedProvince, LinkedProvince, LinkedProvince];
  third = rogue;
  here = await deploy(first);
  there = await deploy(second);
});
afterAll(async () => {
  for (const each of [here, there]) {
    await each?.workers.stop();
    await each?.stage.close();
  }
  await linked?.close();
  rmSync(folder, { recursive: true, force: true });
});

const send = async ({ stage }: Deployment) => {
  const member = await stage.newMember('branch1', {
    dateOfBirth: '1981-01-17',
    legacyCardNumber: '70000017',
  });
  return sentOut(stage, { destinationBranchId: units.farBranch }, member);
};
const dossiers = () =>
  there.stage
    .em()
    .execute<{ id: string; transferId: string; status: string }[]>(
      `select d.id, l.transfer_id as "transferId", d.status from letter_from_outside l join transfer_dossier d on d.id = l.dossier_id order by d.id`,
    );
const statusHere = async (id: string) => {
  const rows = await here.stage
    .em()
    .execute<{ status: string }[]>('select status from transfer_dossier where id = ?', [id]);
  return rows[0]?.status;
};
const admit = async (id: string) => {
  await there.stage.done(far, 'takeOverIncomingLetter', id, { sealedFile: sealedList });
  await there.stage.done(far, 'recordPresentation', id);
  await there.stage.done(far, 'admitMember', id);
};
const parked = ({ stage }: Deployment) =>
  stage.em().execute<{ reaction: string; reason: string }[]>('select reaction, reason from parked_event');
const arrivedIn = ({ province }: Deployment) => messagesIn(province, arrivedStream(province.code));

/** Everything that a province has sent, again, as if NATS had forgotten that it had it. */
async function sendAgain({ province }: Deployment): Promise<number> {
  const stream = leavingStream(province.code);
  const consumer = await jetstream(province.as('operator')).consumers.get(stream);
  const { num_pending } = await consumer.info();
  for await (const message of await consumer.fetch({ max_messages: num_pending, expires: 5_000 }))
    await jetstream(province.as('transfers')).publish(message.subject, message.string());
  return num_pending;
}

let transferId: string;

test('a letter goes from 05 to 38, whose branch admits the member while the link is cut; the answer comes when it is mended', async () => {
  ({ id: transferId } = await send(here));
  await until(async () => (await dossiers()).length === 1, PATIENCE_MS);
  const [dossier] = await dossiers();
  expect(dossier).toMatchObject({ transferId, status: 'INCOMING_PAPER' });

  there.province.cable.cut();
  await admit(dossier?.id ?? '');
  await until(async () => (await messagesIn(there.province, leavingStream('38'))) === 1, PATIENCE_MS);
  expect(await arrivedIn(here)).toBe(0);
  expect(await statusHere(transferId)).toBe('SENT_OUT');
  there.province.cable.mend();
  await until(async () => (await statusHere(transferId)) === 'COMPLETED', PATIENCE_MS);
});

test('sent again it arrives again, and changes nothing', async () => {
  const before = [await arrivedIn(there), await arrivedIn(here)];
  expect(before).toEqual([1, 1]);
  expect([await sendAgain(here), await sendAgain(there)]).toEqual([1, 1]);
  await until(async () => (await arrivedIn(there)) === 2 && (await arrivedIn(here)) === 2, PATIENCE_MS);
  await until(async () => (await settled(here)) && (await settled(there)), PATIENCE_MS);
  expect((await dossiers()).map(({ status: is }) => is)).toEqual(['COMPLETED']);
  expect(await statusHere(transferId)).toBe('COMPLETED');
  expect([await parked(here), await parked(there)]).toEqual([[], []]);
});

test('a third province has none of it, and what it writes as 05 is parked in 38 and leads to nothing', async () => {
  const nats = third.as(ROGUE);
  expect(await messagesIn({ as: () => nats }, arrivedStream('01'))).toBe(0);
  await (await managerOf(nats)).streams.update(leavingStream('01'), { subjects: ['letters.>'] });
  const letter = makeEnvelope(
    LetterSentOut,
    {
      aggregateId: crypto.randomUUID(),
      data: {
        ...LetterSentOut.example,
        destination: { name: 'Chi bộ xa', branchId: units.farBranch, provinceCode: '38' },
      },
    },
    { province: '05' },
  );
  await jetstream(nats).publish(letterSubject('05', '38', LetterSentOut.name), JSON.stringify(letter));
  await until(async () => (await parked(there)).length > 0, PATIENCE_MS);
  expect(await parked(there)).toEqual([
    {
      reaction: 'arrived/(unreadable)',
      reason: 'from.05.letters.05.38.LetterSentOut.v1 came on from.01.letters.05.38.LetterSentOut.v1',
    },
  ]);
  expect(await dossiers()).toHaveLength(1);
});

test('what has arrived and what leaves shows in lag and status, and the own stream is not heard for it', async () => {
  const text = await there.stage.metrics.metrics();
  expect(text).toMatch(/events_consumer_lag\{service="transfers-arrived",upstream="arrived"\} 0/);
  expect(text).toMatch(/events_consumer_lag\{service="transfers-leaving",upstream="transfers"\} 0/);
  expect(text).toMatch(/events_handled_total\{service="transfers-arrived",upstream="arrived"\} 1/);
  const places: string[] = [];
  const { consumers } = await managerOf(there.province.as('operator'));
  for await (const { name } of consumers.list(streamName('38', 'transfers'))) places.push(name);
  expect(places).toEqual(['transfers-leaving']);
});

async function settled({ stage, province }: Deployment): Promise<boolean> {
  const place = {
    name: definition.name,
    databaseUrl: stage.environment.DATABASE_URL,
    upstreams: upstreamsOf(definition),
    asides: placesBeside(definition, true),
  };
  return (await status([place], province.as('operator'), province.code)).isSettled;
}
