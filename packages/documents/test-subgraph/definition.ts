import { auditTables } from '@dang/audit/tables';
import { eventTables } from '@dang/events/migrations';
import type { GraphContext } from '@dang/service/context';
import type { ServiceDefinition } from '@dang/service/definition';
import { doorVariables } from '@dang/service/doors/door-environment';
import { serviceTables } from '@dang/service/tables';
import { openSubgraph, testDatabase } from '@dang/service/testing';
import { Migration } from '@mikro-orm/migrations';
import { fileDoor } from '../src/files/file-door.ts';
import { fileVariables } from '../src/files/file-environment.ts';
import { fileTables } from '../src/files/file-tables.ts';
import { type PrepareUploadInput, prepareUpload } from '../src/files/prepare-upload.ts';
import { sweepFiles } from '../src/files/sweep-files.ts';
import { openTestDoors, testStorage } from '../src/testing-files.ts';

class FirstTables extends Migration {
  override up(): void {
    for (const sql of [...serviceTables, ...eventTables, ...auditTables, ...fileTables]) this.addSql(sql);
  }
}

/** A subgraph that keeps files and does nothing else. */
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
  projections: [],
  jobs: [sweepFiles],
  doors: [fileDoor('papers')],
  environment: { ...doorVariables('papers'), ...fileVariables },
};

/** That subgraph on a database and a folder of its own, with its doors. */
export async function openPapers() {
  const storage = testStorage();
  const house = await openSubgraph(definition, {
    databaseUrl: await testDatabase('papers'),
    environment: storage.environment,
  });
  const doors = openTestDoors(house, definition.doors ?? []);
  return {
    ...house,
    app: doors.app,
    folder: storage.folder,
    async close() {
      await doors.close();
      await house.close();
      storage.remove();
    },
  };
}
