import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Running } from '../../launcher/running.ts';
import type { newMember, unitIds } from '../../scenarios/new-member.ts';
import type { announce, payDues } from '../../scenarios/pay-dues.ts';
import type { openStage, Person, Stage } from '../../scenarios/stage.ts';
import type { Ground } from './ground.ts';
import type { FrontEnd } from './requests.ts';
import type { Version } from './version.ts';
import { type Confirmed, chooser, drafter, keeper, lister, payer, type Walker } from './walkers.ts';

/** The front ends of the older version, as they are still open while the system behind them changes. */
interface OlderFrontEnds {
  openStage: typeof openStage;
  newMember: typeof newMember;
  unitIds: typeof unitIds;
  announce: typeof announce;
  payDues: typeof payDues;
}

/** Everybody who takes part. */
export interface Cast {
  /** The access token of somebody who only reads, by what they read. */
  readers(): { member: string; secretary: string };
  readonly walkers: readonly Walker[];
  readonly confirmed: Confirmed;
  /** Signs everybody in again: a token lives ten minutes. */
  renew(): Promise<void>;
  /** A member registers, is approved, pays on the page of the platform and gets back what came twice. Answers how often something had to be sent again. */
  playPayment(): Promise<number>;
}

async function frontEndsOf(version: Version): Promise<OlderFrontEnds> {
  const load = (name: string) =>
    import(pathToFileURL(join(version.folder, 'tools/src/scenarios', name)).href);
  const parts = await Promise.all(['stage.ts', 'new-member.ts', 'pay-dues.ts'].map(load));
  return Object.assign({}, ...parts) as OlderFrontEnds;
}

const runningOn = ({ addresses, databases, natsUrl, environment }: Ground): Running => ({
  launcher: process.pid,
  ready: true,
  gateway: `http://127.0.0.1:${addresses.gateway}`,
  sandbox: environment.SANDBOX_URL ?? '',
  nats: natsUrl,
  databases: { ...databases },
  subgraphs: {},
  pids: {},
  environment: { ...environment },
});

const REPEATED = 'gửi lại đúng yêu cầu ấy';

/** A transcript of which only this is kept: how often a request was not answered. */
function countingRepeats() {
  const seen = { repeats: 0, text: '' };
  const transcript = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      const text = piece.toString();
      seen.text += text;
      if (text.includes(REPEATED)) seen.repeats += 1;
      done();
    },
  });
  return { seen, transcript };
}

const DEBTORS = 3;
const branch = '05.200.044.000.001';
const residence = '05.201.021.000.021';
const company = '05.202.010.000.001';
const ward = '05.200';
const province = '05';

/** Signs in who takes part; some are new members who owe three months. */
export async function gather(ground: Ground, version: Version, frontEnd: FrontEnd): Promise<Cast> {
  const front = await frontEndsOf(version);
  const { transcript } = countingRepeats();
  const stage: Stage = front.openStage(runningOn(ground), transcript);
  const people = new Map<string, Person>();
  const offices = new Map<string, string>();
  const seat = (name: string) => ({ frontEnd, token: () => people.get(name)?.accessToken ?? '' });
  const enter = async (name: string, unitId?: string) => {
    const person = await stage.signIn(name, name);
    if (unitId !== undefined) await person.takeUp(unitId);
    people.set(name, person);
    return person;
  };
  const anybody = await enter('member');
  const [branchId = '', residenceId = '', companyId = '', wardId = '', provinceId = ''] = await front.unitIds(
    anybody,
    [branch, residence, company, ward, province],
  );
  offices
    .set('secretary', branchId)
    .set('company-secretary', companyId)
    .set('ward-office', wardId)
    .set('admin', provinceId);
  const secretary = await enter('secretary', branchId);
  for (const [name, unitId] of offices) if (name !== 'secretary') await enter(name, unitId);
  for (const name of ['neighbour', 'deputy', 'pensioner']) await enter(name);
  const debtors: Person[] = [];

  for (let count = 0; count < DEBTORS; count += 1) {
    const dues = { monthlyDues: 90_000, monthlyDuesFrom: '2026-05' };
    debtors.push(await front.newMember(stage, secretary, branchId, residenceId, dues));
  }
  await front.announce(secretary, branchId, '2026-07');
  for (const debtor of debtors) {
    const bill = '{ me { dues { bill { months } } } }';
    await stage.until(
      'owes',
      () => debtor.ask(bill),
      (answer) => answer.me.dues.bill?.months === 3,
    );
  }
  const confirmed: Confirmed = { titles: new Map(), orders: [] };
  return {
    confirmed,
    walkers: [
      ...debtors.map((debtor) => payer({ frontEnd, token: () => debtor.accessToken }, confirmed)),
      keeper(seat('ward-office'), wardId, confirmed),
      keeper(seat('admin'), provinceId, confirmed),
      chooser(seat('deputy')),
      chooser(seat('pensioner')),
      drafter(seat('neighbour')),
      drafter(seat('deputy')),
      lister(seat('company-secretary'), companyId),
    ],
    readers: () => ({ member: seat('member').token(), secretary: seat('secretary').token() }),
    renew: async () => {
      for (const name of people.keys()) await enter(name, offices.get(name));
    },
    playPayment: async () => {
      const { seen, transcript: words } = countingRepeats();
      await front.payDues(front.openStage(runningOn(ground), words));
      return seen.repeats;
    },
  };
}
