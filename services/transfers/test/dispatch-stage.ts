import { UnitRecorded } from '@dang/events/contracts/orgtree/unit-recorded';
import { makeEnvelope } from '@dang/events/envelope';
import { startSandbox } from '@dang/sandbox/sandbox';
import { makeCircuit } from '@dang/service/outside/circuit';
import { dispatchRound } from '../src/document-system/dispatch-letters.ts';
import { documentSystemEnvironment } from '../src/document-system/document-system.environment.ts';
import { httpDocumentSystem } from '../src/document-system/http-document-system.ts';
import { sentOut } from './letter-out.ts';
import { openTransfers, TODAY, type UnitName, units } from './transfer-stage.ts';
import { unitsRecorded } from './units.ts';

const secret = 'a secret of the documents, of 32 characters';

/** The codes under which units exchange documents. */
export const codes: Partial<Record<UnitName, string>> = { hanoi: 'A32.05', thanhHoa: 'A32.38' };

/** Transfers connected to a stand-in of the document system, which knows both provinces. */
export async function openDispatch() {
  const sandbox = await startSandbox({
    port: 0,
    client: {
      clientId: 'transfers',
      clientSecret: 'not used by these tests',
      redirectUris: ['http://127.0.0.1:9/'],
    },
    documentsSecret: secret,
  });
  const url = `${sandbox.url}/documents`;
  const environment = { DOCUMENTS_URL: url, DOCUMENTS_SECRET: secret, DOCUMENTS_TIMEOUT_SECONDS: '2' };
  const stage = await openTransfers(TODAY, { environment });
  const configured = documentSystemEnvironment(stage.environment);
  if (!configured) throw new Error('the document system is not configured');
  let version = 1;
  const tellCodes = async (given: typeof codes) => {
    const { data } = unitsRecorded(++version) as unknown as { data: { units: { id: string }[] } };
    const codeOf = new Map(Object.entries(given).map(([name, code]) => [units[name as UnitName], code]));
    const told = data.units.map((unit) => ({ ...unit, eDocumentCode: codeOf.get(unit.id) ?? null }));
    await stage.hear(
      makeEnvelope(
        UnitRecorded,
        { aggregateId: 'units', data: { units: told as never } },
        { province: '05' },
      ),
    );
  };
  await tellCodes(codes);
  const work = () => ({ system: httpDocumentSystem(configured), circuit: makeCircuit() });
  return {
    stage,
    tellCodes,
    kept: sandbox.documents,
    options: configured,
    work,
    round: (with_ = work()) => dispatchRound(stage, with_),
    /** A letter that has just left for the branch in Thanh Hóa. */
    leaving: () => sentOut(stage, { destinationBranchId: units.farBranch }),
    /** As if that much time had gone by. */
    async later(interval: string): Promise<void> {
      await stage.em().execute(
        `update letter_dispatch set next_attempt_at = next_attempt_at - ?::interval, leased_until = leased_until - ?::interval,
             called_at = called_at - ?::interval`,
        [interval, interval, interval],
      );
    },
    async rows(dossierId: string): Promise<Record<string, unknown>[]> {
      return stage.em().execute(
        `select id, status, ref, sender_code as sender, receiver_code as receiver, reason, attempts, last_error as error,
           round(extract(epoch from next_attempt_at - now()))::int as "againIn" from letter_dispatch where dossier_id = ? order by id`,
        [dossierId],
      );
    },
    async arm(faults: Record<string, string>): Promise<void> {
      await fetch(`${url}/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(faults),
      });
    },
    async close(): Promise<void> {
      await stage.close();
      await sandbox.close();
    },
  };
}
