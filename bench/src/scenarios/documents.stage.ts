import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Actor } from '@dang/access/actor';
import type { Role } from '@dang/access/role';
import type { testSigning } from '@dang/documents/signing/testing-signing';
import { definition } from '@dang/evaluation/definition';
import { MemberRecorded } from '@dang/events/contracts/identity/member-recorded';
import { SigningCertificateRecorded } from '@dang/events/contracts/identity/signing-certificate-recorded';
import { PlacementRecorded } from '@dang/events/contracts/orgtree/placement-recorded';
import { ProcedureStartSet } from '@dang/events/contracts/orgtree/procedure-start-set';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import { openSubgraph, testActor } from '@dang/service/testing';

/** Wards in which the members of the company live, each with one branch; the first one is where all sheets are written. */
const WARDS = 8;

const province = randomUUID();
const ward = randomUUID();
const company = randomUUID();
const branches = Array.from({ length: 4 }, () => randomUUID());
const homes = Array.from({ length: WARDS }, () => ({ ward: randomUUID(), branch: randomUUID() }));
const [home = { ward: '', branch: '' }] = homes;

const acting = (role: Role, unitId: string, title: string): Actor => testActor({ role, unitId, title });

/** Who acts: the secretary of the company's committee, that of the residence branch, and that of its ward, who signs. */
export const people = {
  workplace: acting('COMMITTEE_SECRETARY', company, 'Bí thư Đảng ủy'),
  branch: acting('BRANCH_SECRETARY', home.branch, 'Bí thư chi bộ'),
  ward: acting('COMMITTEE_SECRETARY', home.ward, 'Bí thư Đảng ủy phường'),
};

export type DocumentsStage = Awaited<ReturnType<typeof openDocuments>>;

function units() {
  const [example] = UnitRecorded.example.units;
  if (!example) throw new Error('the contract lacks an example');
  const unit = (path: string[], name: string, type: string, kind: string, n = 1) => ({
    ...example,
    id: path.at(-1) ?? '',
    code: `05.${name.length}${n}`,
    name,
    shortName: name,
    type,
    kind,
    path,
    parentId: path.at(-2) ?? null,
  });
  return [
    unit([province], 'Đảng bộ thành phố', 'PROVINCE', 'OTHER'),
    unit([province, ward], 'Đảng bộ phường Tây Hồ', 'SUPERIOR', 'COMMUNE'),
    unit([province, ward, company], 'Đảng bộ Công ty Sông Hồng', 'GRASSROOTS_COMMITTEE', 'ENTERPRISE'),
    ...branches.map((id, n) => unit([province, ward, company, id], `Chi bộ ${n}`, 'BRANCH', 'ENTERPRISE', n)),
    ...homes.flatMap(({ ward: of, branch }, n) => [
      unit([province, of], `Đảng bộ phường số ${n}`, 'SUPERIOR', 'COMMUNE', n),
      unit([province, of, branch], `Chi bộ khu dân cư số ${n}`, 'GRASSROOTS_BRANCH', 'RESIDENTIAL', n),
    ]),
  ];
}

type Signing = Awaited<ReturnType<typeof testSigning>>;
type StandIn = Pick<Signing, 'environment'> & Pick<ReturnType<Signing['certify']>, 'recorded'>;

/** A signing service over HTTP in a process of its own, with a key for this person. */
async function startSigning({ memberId, name }: Actor): Promise<StandIn & { child: ChildProcess }> {
  const child = fork(new URL('documents.stand-in.ts', import.meta.url), [memberId ?? '', name]);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the signing service ended with ${code}`);
  });
  const [told] = (await Promise.race([once(child, 'message'), ended])) as [StandIn];
  ended.catch(() => undefined);
  return { ...told, child };
}

/** Evaluation on this database with its files in `folder` and a signing service over HTTP beside it: a company and its wards. */
export async function openDocuments(databaseUrl: string, folder: string) {
  const signing = await startSigning(people.ward);
  const house = await openSubgraph(definition, {
    databaseUrl,
    environment: {
      ...signing.environment,
      SIGNING_TIMEOUT_SECONDS: '10',
      STORAGE_URL: pathToFileURL(join(folder, 'files')).href,
      DOORS_URL: 'http://doors.test',
    },
  });
  const options = { province: house.environment.PROVINCE_CODE };
  const starts = [{ unitId: province, procedure: 'RESIDENCE_COMMENT', version: 1, startsOn: '2026-01-01' }];
  await house.deliver(
    makeEnvelope(UnitRecorded, { aggregateId: 'u', data: { units: units() as never } }, options),
    makeEnvelope(ProcedureStartSet, { aggregateId: 's', data: { starts } }, options),
    makeEnvelope(
      SigningCertificateRecorded,
      { aggregateId: 'c', data: { certificates: [signing.recorded] } },
      options,
    ),
  );
  return {
    ...house,
    company,
    /** So many more members of the company, in all its branches; they live in the first ward, or in all. Answers their ids. */
    async enrol(count: number, where: 'first ward' | 'all wards'): Promise<string[]> {
      const [member] = MemberRecorded.example.members;
      const [placement] = PlacementRecorded.example.placements;
      if (!member || !placement) throw new Error('the contracts lack examples');
      const ids = Array.from({ length: count }, () => randomUUID());
      const homeOf = (n: number) => (where === 'first ward' ? home : (homes[n % WARDS] ?? home)).branch;
      const members = ids.map((id, n) => ({
        ...member,
        id,
        fullName: `Nguyễn Thị Minh Nguyệt ${n}`,
        status: 'OFFICIAL',
        forceCategory: 'NONE',
        residenceBranchId: homeOf(n),
        residenceContactMode: 'NORMAL',
      }));
      const placements = ids.map((memberId, n) => ({
        ...placement,
        memberId,
        branchId: branches[n % branches.length] ?? null,
        residenceBranchId: homeOf(n),
      }));
      await house.deliver(
        makeEnvelope(MemberRecorded, { aggregateId: 'm', data: { members: members as never } }, options),
        makeEnvelope(PlacementRecorded, { aggregateId: 'p', data: { placements } }, options),
      );
      return ids;
    },
    /** Runs a mutation as somebody who signed in just now. @throws when it is refused, for one or for all. */
    // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape that its selection wrote down
    async act(actor: Actor, field: string, input: object, selection: string): Promise<any> {
      const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
      const { data, errors } = await house.execute(
        `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} refusal { code message } } }`,
        { input: { idempotencyKey: randomUUID(), ...input } },
        { ...actor, signedInAt: new Date() },
      );
      const answer = data?.[field];
      const fault =
        errors?.[0]?.message ??
        answer?.refusal ??
        answer?.items?.find((one: { refusal: unknown }) => one.refusal);
      if (fault) throw new Error(`${field}: ${JSON.stringify(fault)}`);
      return answer;
    },
    /** How many statements the service sends to its database while `work` runs. */
    async statementsOf(work: () => Promise<unknown>): Promise<number> {
      let count = 0;
      const logger = house.orm.config.getLogger();
      const { log, isEnabled } = logger;
      Object.assign(logger, {
        isEnabled: () => true,
        log: (namespace: string) => {
          if (namespace === 'query') count += 1;
        },
      });
      try {
        await work();
      } finally {
        Object.assign(logger, { log, isEnabled });
      }
      return count;
    },
    async close(): Promise<void> {
      await house.close();
      signing.child.disconnect();
    },
  };
}
