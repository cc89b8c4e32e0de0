import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { metricsIn } from '../src/k8s/promql.ts';
import { serviceNames } from '../src/launcher/settings.ts';
import { type Manifest, renderComponents } from './kustomize.ts';
import { ownMetrics } from './own-metrics.ts';

const names = [
  'BackupMissing CertificatesExpiring ChainUnsealed DatabaseDown DatabaseReplicaLate DiskFilling DossiersOverdue EventsLate',
  'EventsParked GatewayErrors GatewaySlow JobFailing JobNotRun LeafLinkDown LongTransaction MigrationsPending NatsDown',
  'NatsStorageFilling NotMeasured OutboxNotLeaving OutsideSystemFailing PaymentsUnanswered PayoutsHeld PoolExhausted ProcessNotReady',
  'ProcessRestarting RevocationsNotHeard SubgraphErrors SubgraphUnavailable TotalsTailGrowing TransactionIdsRunningOut',
].flatMap((line) => line.split(' '));

const foreign = JSON.parse(
  readFileSync(new URL('../../k8s/components/monitoring/foreign-metrics.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, string[]>>;
const known: Record<string, readonly string[]> = Object.assign({}, ownMetrics(), ...Object.values(foreign));
const ofEveryProcess = ['namespace', 'pod', 'container', 'le'];

/** What is wrong with an expression: it cannot be read, or asks for a metric or label that nobody has. */
function faultsOf(expression: string): string[] {
  try {
    return metricsIn(expression).flatMap(({ name, labels }) => {
      const metric = known[name] === undefined ? name.replace(/_(bucket|count|sum)$/, '') : name;
      const has = known[metric];
      if (has === undefined) return [`${name} is not known`];
      const foreignLabels = labels.filter((label) => !has.includes(label) && !ofEveryProcess.includes(label));
      return foreignLabels.map((label) => `${name} has no label ${label}`);
    });
  } catch (error) {
    return [(error as Error).message];
  }
}

describe('an expression', () => {
  test.each([
    ['sum by (namespace) (rate(gateway_request_seconds_count{status=~"5.."}[5m])) > 0', []],
    ['sum by (namespace) (rate(gateway_requests_count[5m]))', ['gateway_requests_count is not known']],
    ['max(database_up{servise="fees"})', ['database_up has no label servise']],
    ['sum(rate(gateway_request_seconds_count[5m])', [') is missing at the end']],
    ['sum(database_up})', ['a bracket is closed by } that was not opened']],
    ['summe(database_up)', ['summe is no function']],
    ['database_up{service="fees}', [expect.stringMatching(/^cannot be read from/)]],
    ['1 > 0', ['asks nothing']],
  ])('%s', (expression, faults) => {
    expect(faultsOf(expression)).toEqual(faults);
  });
});

describe('alerts', () => {
  let rules: Manifest[];
  beforeAll(async () => {
    const objects = await renderComponents(['monitoring']);
    rules = objects
      .filter(({ kind }) => kind === 'PrometheusRule')
      .flatMap(({ spec }) => spec.groups.flatMap((group: Manifest) => group.rules));
  });

  test('are these and no others, each once', () => {
    expect(rules.map(({ alert }) => alert).sort()).toEqual(names);
  });

  test('say how urgent they are, where to read on, and what it is', () => {
    for (const { alert, labels, annotations, expr, for: lasting } of rules) {
      expect([alert, labels.severity]).toEqual([alert, expect.stringMatching(/^(page|ticket)$/)]);
      expect(annotations.runbook_url).toMatch(new RegExp(`docs/runbook\\.md#${alert.toLowerCase()}$`));
      expect(annotations.summary.length).toBeGreaterThan(20);
      expect([alert, lasting]).toEqual([alert, expect.stringMatching(/^\d+[mhd]$/)]);
      expect([alert, faultsOf(expr)]).toEqual([alert, []]);
    }
  });

  test('expect each job as often as its schedule has it', async () => {
    const jobs = (
      await Promise.all(
        serviceNames.map(
          async (name) =>
            (
              (await import(`../../services/${name}/src/definition.ts`)) as {
                definition: { jobs?: { name: string; cron: string }[] };
              }
            ).definition.jobs ?? [],
        ),
      )
    ).flat();
    const oftenerThan = (cron: string): 'often' | 'hourly' | 'daily' => {
      const [minutes = '', hours = ''] = cron.split(' ');
      if (hours !== '*') return 'daily';
      return /^\d+$/.test(minutes) ? 'hourly' : 'often';
    };
    const expr = String(rules.find(({ alert }) => alert === 'JobNotRun')?.expr);
    const [often = '', hourly = ''] = [...expr.matchAll(/job=~"([^"]+)"/g)].map(([, list]) => list ?? '');
    const named = (kind: string) =>
      jobs
        .filter(({ cron }) => oftenerThan(cron) === kind)
        .map(({ name }) => name)
        .sort();
    expect(often.split('|').sort()).toEqual(named('often'));
    expect(hourly.split('|').sort()).toEqual(named('hourly'));
  });
});

describe('dashboards', () => {
  let dashboards: Manifest[];
  beforeAll(async () => {
    const maps = (await renderComponents(['dashboards'])).filter(({ data }) => data && !data.PROVINCE_CODE);
    for (const { metadata } of maps) expect(metadata).toMatchObject({ labels: { grafana_dashboard: '1' } });
    dashboards = maps.flatMap(({ data }) =>
      Object.values(data).map((text) => JSON.parse(String(text)) as Manifest),
    );
  });

  test('are about dues, dossiers, lag, errors, latency and operations, each with an id of its own', () => {
    const ids = dashboards.map(({ uid }) => uid).sort();
    expect(ids).toEqual([
      'dang-dossiers',
      'dang-dues',
      'dang-errors',
      'dang-lag',
      'dang-latency',
      'dang-operations',
    ]);
  });

  test('have panels with a unit that ask only for what is measured, and may be narrowed to a province', () => {
    for (const { uid, panels, templating } of dashboards) {
      expect(templating.list.map(({ name }: { name: string }) => name)).toEqual(['datasource', 'namespace']);
      expect(new Set(panels.map(({ id }: { id: number }) => id)).size).toBe(panels.length);
      for (const { title, fieldConfig, targets } of panels) {
        expect([uid, title, fieldConfig.defaults.unit]).toEqual([uid, title, expect.stringMatching(/./)]);
        for (const { expr } of targets) {
          expect([uid, title, faultsOf(expr)]).toEqual([uid, title, []]);
          expect(expr).toContain('namespace=~"$namespace"');
          // months are labels like 2026-07, never a word
          expect(expr).not.toMatch(/period!?=~?"[a-z]/);
        }
      }
    }
  });
});
