import { randomUUID } from 'node:crypto';
import { auditTables } from '@dang/audit/tables';
import { SigningCertificateRecorded } from '@dang/events/contracts/identity/signing-certificate-recorded';
import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import { eventTables } from '@dang/events/migrations';
import { certificateCopies, certificateTables } from '@dang/reference/certificates';
import { unitCopies } from '@dang/reference/projections';
import { referenceTables } from '@dang/reference/tables';
import type { GraphContext } from '@dang/service/context';
import type { ServiceDefinition } from '@dang/service/definition';
import { doorVariables } from '@dang/service/doors/door-environment';
import { serviceTables } from '@dang/service/tables';
import { openSubgraph, testActor, testDatabase } from '@dang/service/testing';
import { openTestDoors } from '@dang/service/testing-side-doors';
import { Migration } from '@mikro-orm/migrations';
import { fileDoor } from '../src/files/file-door.ts';
import { fileVariables } from '../src/files/file-environment.ts';
import { fileTables } from '../src/files/file-tables.ts';
import { type PrepareUploadInput, prepareUpload } from '../src/files/prepare-upload.ts';
import { sweepFiles } from '../src/files/sweep-files.ts';
import { signingVariables } from '../src/signing/signing-environment.ts';
import type { Holder } from '../src/signing/stand-in-keys.ts';
import { testSigning } from '../src/signing/testing-signing.ts';
import { verifyDoor } from '../src/signing/verify-door.ts';
import { testStorage } from '../src/testing-files.ts';

class FirstTables extends Migration {
  override up(): void {
    for (const sql of [...serviceTables, ...eventTables, ...auditTables, ...fileTables, ...certificateTables])
      this.addSql(sql);
    this.addSql(referenceTables);
  }
}

/** A subgraph that keeps files, signed ones too, and does nothing else. */
const definition: ServiceDefinition = {
  name: 'papers',
  entities: [],
  migrations: [{ name: '0001-first-tables', class: FirstTables }],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [
    {
      Mutation: {
        preparePaperUpload: (_: unknown, { input }: { input: PrepareUploadInput }, context: GraphContext) =>
          prepareUpload(context, 'preparePaperUpload', input),
      },
    },
  ],
  reactions: [],
  projections: [certificateCopies, unitCopies],
  jobs: [sweepFiles],
  doors: [
    fileDoor('papers'),
    verifyDoor('papers', async (_em, { subjectId }) => ({ kind: 'Phiếu', number: subjectId })),
  ],
  environment: { ...doorVariables('papers'), ...fileVariables, ...signingVariables },
};

/** That subgraph on a database and a folder of its own, with its doors. */
export async function openPapers() {
  const storage = testStorage();
  const signing = await testSigning();
  const house = await openSubgraph(definition, {
    databaseUrl: await testDatabase('papers'),
    environment: { ...storage.environment, ...signing.environment },
  });
  const doors = openTestDoors(house, definition.doors ?? []);
  return {
    ...house,
    app: doors.app,
    folder: storage.folder,
    signing,
    /** Makes a unit known, and somebody who acts for it with a certificate of this kind (none: null). */
    async signer(holder: Partial<Holder> | null = {}) {
      const unitId = randomUUID();
      const actor = testActor({ role: 'COMMITTEE_SECRETARY', unitId, title: 'Bí thư đảng ủy' });
      const { memberId, name } = actor;
      const [unit] = UnitRecorded.example.units;
      if (!memberId || !unit) throw new Error('nobody to sign');
      const own = { ...unit, id: unitId, path: [unitId], parentId: null, name: 'Đảng bộ phường Việt Hưng' };
      const province = house.environment.PROVINCE_CODE;
      await house.deliver(
        makeEnvelope(UnitRecorded, { aggregateId: unitId, data: { units: [own] } }, { province }),
      );
      if (!holder) return { actor, certified: null };
      const certified = signing.certify(memberId, { name, ...holder });
      const data = { certificates: [certified.recorded] };
      await house.deliver(
        makeEnvelope(SigningCertificateRecorded, { aggregateId: memberId, data }, { province }),
      );
      return { actor, certified };
    },
    async close() {
      await doors.close();
      await house.close();
      await signing.close();
      storage.remove();
    },
  };
}
