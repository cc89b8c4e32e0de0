import { type RunningSandbox, startSandbox } from '@dang/sandbox/sandbox';
import { makeCircuit } from '@dang/service/outside/circuit';
import { openSubgraph, testDatabase } from '@dang/service/testing';
import { definition } from '../src/definition.ts';
import { loadDemoData } from '../src/demo-data.ts';
import { httpPortal } from '../src/portal/http-portal.ts';
import { portalEnvironment } from '../src/portal/portal.environment.ts';
import { portalRound } from '../src/portal/sync-portal.ts';
import { smallTree } from './orgtree-stage.ts';

const portalSecret = 'a secret of the portal, of 32 characters';

/** The small tree, connected to a stand-in of the national portal. */
export async function openPortal() {
  const sandbox: RunningSandbox = await startSandbox({
    port: 0,
    client: {
      clientId: 'orgtree',
      clientSecret: 'not used by these tests',
      redirectUris: ['http://127.0.0.1:9/'],
    },
    portalSecret,
  });
  const url = `${sandbox.url}/portal`;
  const environment = { PORTAL_URL: url, PORTAL_SECRET: portalSecret, PORTAL_TIMEOUT_SECONDS: '1' };
  const subgraph = await openSubgraph(definition, {
    databaseUrl: await testDatabase('orgtree'),
    environment,
  });
  await loadDemoData(subgraph.em(), smallTree);
  const configured = portalEnvironment(subgraph.environment);
  if (!configured) throw new Error('the portal is not configured');
  const work = () => ({
    portal: httpPortal(configured),
    circuit: makeCircuit(),
    procedures: configured.procedures,
    states: configured.states,
  });
  return {
    subgraph,
    known: sandbox.portal,
    options: { url, secret: portalSecret, timeoutMs: 1_000 },
    work,
    round: (with_ = work()) => portalRound(subgraph, with_),
    /** As if that much time had gone by since everything was tried or taken in hand. */
    async later(interval: string): Promise<void> {
      await subgraph
        .em()
        .execute(
          `update portal_sync set next_attempt_at = next_attempt_at - ?::interval, leased_until = leased_until - ?::interval`,
          [interval, interval],
        );
    },
    async row(dossierId: string) {
      const [row] = await subgraph.em().execute(
        `select status, version::int, told_version::int as told, told_state as state, attempts, last_error as error,
           round(extract(epoch from next_attempt_at - now()))::int as "againIn", leased_until is not null as leased
         from portal_sync where dossier_id = ?`,
        [dossierId],
      );
      return row as {
        status: string;
        version: number;
        told: number | null;
        state: string | null;
        attempts: number;
        error: string | null;
        againIn: number;
        leased: boolean;
      };
    },
    async arm(faults: Record<string, string>): Promise<void> {
      await fetch(`${url}/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      });
    },
    async close(): Promise<void> {
      await subgraph.close();
      await sandbox.close();
    },
  };
}
