import {
  memberCopies,
  officerCopies,
  placementCopies,
  standingCopies,
  unitCopies,
} from '@dang/reference/projections';
import type { ServiceDefinition } from '@dang/service/definition';
import { TransferDossier } from './dossier/dossier.entity.ts';
import { dossierResolvers } from './dossier/dossier.resolvers.ts';
import { letterResolvers } from './letter/letter.resolvers.ts';
import { meetingResolvers } from './meeting/meeting.resolvers.ts';
import { FirstTables } from './migrations/migration-0001-first-tables.ts';
import { sealedFileResolvers } from './sealed-file/sealed-file.resolvers.ts';

/** Transfers: dossiers, letters, meetings, registers and sealed files. It decides by its own copies and calls nobody. */
export const definition: ServiceDefinition = {
  name: 'transfers',
  entities: [TransferDossier],
  migrations: [{ name: 'migration-0001-first-tables', class: FirstTables }],
  schemaDir: new URL('./', import.meta.url),
  resolvers: [dossierResolvers, letterResolvers, meetingResolvers, sealedFileResolvers],
  reactions: [],
  projections: [unitCopies, memberCopies, placementCopies, standingCopies, officerCopies],
};
