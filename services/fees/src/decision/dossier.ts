import type { Permission } from '@dang/access/permission';
import type { RefusalCode } from '@dang/service/refusal';
import type { Workflow } from '@dang/workflow/workflow';
import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What the dossiers on rates, waivers and voluntary parts have in common. */
export interface DuesDossier {
  readonly id: string;
  readonly version: number;
  readonly number: string | null;
  readonly memberId: string;
  /** The branch of the member when it was opened, or where they have gone since. */
  readonly branchId: string | null;
  /** Whose leaders decide. */
  readonly approverUnitId: string | null;
  readonly status: string;
  /** Who entered it for the member, from paper; they do not decide on it. */
  readonly enteredBy?: string | null;
}

/** One kind of dossier: its table, its workflow, who decides on it, and how its rows are read. */
export interface DossierKind<Row extends DuesDossier> {
  readonly table: 'dues_rate' | 'waiver' | 'voluntary_contribution';
  readonly workflow: Workflow;
  readonly permission: Permission;
  /** The input that names the dossier. */
  readonly idField: string;
  find(em: SqlEntityManager, ids: readonly string[], options?: { lock?: boolean }): Promise<Row[]>;
}

/** The facts that the tables of all three ask for. */
export type DossierFacts = Readonly<Record<string, true | RefusalCode>>;
