import { readAuthority } from '@dang/documents/signing/authority';
import { StandInKeys } from '@dang/documents/signing/stand-in-keys';
import { registerStandIn, type SigningFault, signingFaults } from '@dang/documents/signing/stand-in-routes';
import { makeClock } from '@dang/service/clock';
import type { FastifyInstance } from 'fastify';
import { ArmedFaults } from '../armed-faults.ts';

export type SigningOptions = {
  /** What it is asked with. */
  secret: string;
  /** The issuer of its certificates, as `writeAuthority` writes it. */
  authority: string;
  /** Where keys are kept between starts; in memory alone where it is left out. */
  file?: string | undefined;
  /** The business day that stands still, by which keys are in force or not. */
  clockStart?: string | undefined;
};

/** Certificates are good on every day that a province is played on. */
const validity = { from: new Date('2024-01-01T00:00:00Z'), to: new Date('2048-01-01T00:00:00Z') };

/** Registers the stand-in of the remote signing service, with its faults. */
export function registerSigning(
  app: FastifyInstance,
  { secret, authority, file, clockStart }: SigningOptions,
  path: string,
): void {
  const keys = new StandInKeys(readAuthority(authority), { validity, file });
  const faults = new ArmedFaults<SigningFault>(signingFaults);
  faults.register(app, `${path}/faults`);
  const { now } = makeClock(clockStart);
  const strikes = (fault: SigningFault, reference: string) => faults.strikes(fault, reference);
  registerStandIn(app, { keys, secret, path, strikes, now });
}
