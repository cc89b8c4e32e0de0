import { randomBytes } from 'node:crypto';
import type { Registered } from '@dang/sandbox/registry/registered';
import { type RunningSandbox, startSandbox } from '@dang/sandbox/sandbox';
import { vneidClient } from './identity-stage.ts';

/** A stand-in of the member database for one test file, and the variables by which identity finds it. */
export async function openRegistry(): Promise<
  RunningSandbox & {
    environment: { REGISTRY_URL: string; REGISTRY_SECRET: string; REGISTRY_TIMEOUT_SECONDS: string };
    arm(faults: Record<string, 'next' | 'always'>): Promise<void>;
  }
> {
  const secret = randomBytes(18).toString('base64url');
  const sandbox = await startSandbox({ port: 0, client: vneidClient, registrySecret: secret });
  const url = `${sandbox.url}/registry`;
  return {
    ...sandbox,
    environment: { REGISTRY_URL: url, REGISTRY_SECRET: secret, REGISTRY_TIMEOUT_SECONDS: '1' },
    async arm(faults) {
      await fetch(`${url}/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      });
    },
  };
}

/** A member of the member database; everything but what is given is plain. */
export const registered = (given: Partial<Registered> & { personalId: string }): Registered => ({
  fullName: 'Nguyễn Hải Yến',
  otherName: null,
  gender: 'FEMALE',
  dateOfBirth: '1985-02-25',
  permanentAddress: 'Phường Việt Hưng, Hà Nội',
  cardNumber: given.personalId,
  legacyCardNumber: null,
  profileNumber: '004321',
  joinDate: '2012-05-19',
  officialDate: '2013-05-19',
  status: 'ACTIVE',
  forceCategory: 'NONE',
  branchCode: '05.200.044.000.001',
  ...given,
});
