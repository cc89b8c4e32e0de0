import { definition as evaluation } from '@dang/evaluation/definition';
import { loadDemoData as loadEvaluation } from '@dang/evaluation/demo-data';
import { loadDemoPapers as loadPapers } from '@dang/evaluation/demo-papers';
import { definition as fees } from '@dang/fees/definition';
import { loadDemoData as loadFees } from '@dang/fees/demo-data';
import { definition as identity } from '@dang/identity/definition';
import { loadDemoData as loadIdentity } from '@dang/identity/demo-data';
import type { SealingKeys } from '@dang/identity/sealing-keys';
import { definition as orgtree } from '@dang/orgtree/definition';
import { loadDemoData as loadOrgtree } from '@dang/orgtree/demo-data';
import { openDatabase } from '@dang/service/database';
import type { ServiceDefinition } from '@dang/service/definition';
import { readEnvironment, serviceEnvironmentSchema } from '@dang/service/environment';
import { makeLogger } from '@dang/service/logger';
import { definition as transfers } from '@dang/transfers/definition';
import { loadDemoData as loadTransfers } from '@dang/transfers/demo-data';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { evaluationData } from './evaluation-data.ts';
import { evaluationPapers } from './evaluation-papers.ts';
import { feesData } from './fees-data.ts';
import { identityData } from './identity-data.ts';
import { orgtreeData } from './orgtree-data.ts';
import { type DemoCertificate, signersOf } from './signers.ts';
import { transfersData } from './transfers-data.ts';

type Loader = { definition: ServiceDefinition; load(em: SqlEntityManager): Promise<void> };

/** What the province is loaded with. */
type Given = {
  keys: SealingKeys;
  /** With which officers sign; none where no stand-in issues them. */
  certificates: DemoCertificate[];
  /** The variables of the running system, by which sheets and letters are signed and kept; null: delivered sheets are left out, letters signed by name. */
  environment: Record<string, string> | null;
};

/** By which service a service signs and keeps what the demo wants signed; null where nobody does. */
const signingOf = (
  { name, environment: own }: ServiceDefinition,
  given: Pick<Given, 'certificates' | 'environment'>,
) =>
  given.environment && {
    environment: readEnvironment(serviceEnvironmentSchema(name, own), given.environment),
    certificates: signersOf(given.certificates),
  };

/** Evaluation with its papers, of which the delivered ones are signed as the service itself would have it done. */
async function loadComments(em: SqlEntityManager, { certificates, environment }: Given): Promise<void> {
  await loadEvaluation(em, evaluationData());
  await loadPapers(em, evaluationPapers(), signingOf(evaluation, { certificates, environment }));
}

const loadersWith = (given: Given): Loader[] => [
  { definition: orgtree, load: (em) => loadOrgtree(em, orgtreeData()) },
  {
    definition: identity,
    load: (em) => loadIdentity(em, { ...identityData(), certificates: given.certificates }, given.keys),
  },
  { definition: fees, load: (em) => loadFees(em, feesData(), given.keys) },
  { definition: evaluation, load: (em) => loadComments(em, given) },
  { definition: transfers, load: (em) => loadTransfers(em, transfersData(), signingOf(transfers, given)) },
];

/**
 * Loads the demo province into the migrated databases of the five services, all at once: each takes only what it owns,
 * the copies of the others arrive as events. A service that has been loaded before is left as it is.
 */
export async function loadDemoProvince(
  given: Given & { databaseUrls: Record<string, string>; log(sentence: string): void },
): Promise<void> {
  const quiet = makeLogger({ service: 'demo', role: 'load', level: 'silent' });
  await Promise.all(
    loadersWith(given).map(async ({ definition, load }) => {
      const url = given.databaseUrls[definition.name];
      if (url === undefined) throw new Error(`No database to load the demo data of ${definition.name} into`);
      const began = performance.now();
      const orm = await openDatabase({ definition, url, poolSize: 1, log: quiet });
      try {
        // half a year of a province in one transaction, on a machine that may be slow; the pool has one connection
        await orm.em.fork().execute(`set transaction_timeout = '60s'`);
        await load(orm.em.fork());
      } finally {
        await orm.close(true);
      }
      given.log(`${definition.name}: demo data in place (${Math.round(performance.now() - began)} ms)`);
    }),
  );
}
