import { parseEnvironment, type ServiceEnvironment } from '@dang/service/environment';
import { keyRingOf } from '@dang/service/key-ring';
import { z } from 'zod';
import { fileVariables } from './files/file-environment.ts';
import { signingVariables } from './signing/signing-environment.ts';

/**
 * What a tool beside a service needs of its environment to read stored files: the keys of the province, the storage, and, where
 * `SIGNING_URL` is set, whose signatures are taken. @throws with every fault in one sentence
 */
export function verifyingEnvironment(
  service: string,
  source: Readonly<Record<string, string | undefined>>,
): { environment: ServiceEnvironment; signs: boolean } {
  const signs = Boolean(source.SIGNING_URL);
  const shape = { PROVINCE_CODE: z.string().default('05'), ...fileVariables, ...(signs && signingVariables) };
  const { values, faults } = parseEnvironment(z.object(shape), source);
  if (faults) throw new Error(faults.join(', '));
  const own = { SERVICE: service, PROVINCE_KEY: keyRingOf(source) };
  return { environment: { ...values, ...own } as unknown as ServiceEnvironment, signs };
}
