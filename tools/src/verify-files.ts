import { currentTrust } from '@dang/documents/signing/remote-provider';
import { verifyingEnvironment } from '@dang/documents/verify-environment';
import { type FilesVerdict, verifyFiles } from '@dang/documents/verify-files';
import { openDatabase } from '@dang/service/database';
import { makeLogger } from '@dang/service/logger';
import { databaseOf } from './launcher/databases.ts';
import { findRunning } from './launcher/running.ts';

/** Reads every stored file of a service, by the storage and the keys of what runs here, or of the environment. */
export async function verifyFilesOf(service: string): Promise<FilesVerdict> {
  const source = { ...findRunning()?.environment, ...process.env };
  const { environment, signs } = verifyingEnvironment(service, source);
  const log = makeLogger({ service, role: 'verification', level: 'warn' });
  const definition = { name: service, entities: [], migrations: [] };
  const orm = await openDatabase({ definition, url: databaseOf(service), poolSize: 1, log });
  try {
    return await verifyFiles(orm.em.fork(), environment, signs ? await currentTrust(environment) : null);
  } finally {
    await orm.close(true);
  }
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** What was found, in words. */
export const tellFiles = ({ files, bytes, signatures, faultCount, faults }: FilesVerdict): string[] => [
  `${files} files with ${megabytes(bytes)} MB, ${signatures} signatures`,
  ...(faultCount > faults.length ? [`${faultCount} faults, of which the first:`] : []),
];
