import type { Figure } from '@dang/service/figures';

/** The dossiers of all services that are open, and of those what is over its time limit; an account that is in use is no dossier. */
export const dossierFigures: Figure = {
  gauges: {
    dossiers_open: 'Dossiers that are open, by procedure',
    dossiers_overdue: 'Open dossiers whose day has passed, by procedure',
  },
  label: 'procedure',
  goodForMs: 60_000,
  async ask(em, clock) {
    return await em.execute(
      `select procedure as label, count(*)::int as dossiers_open,
         (count(*) filter (where due_on < ?::date))::int as dossiers_overdue
       from dossier_state where closed_on is null and not (procedure = 'ACCOUNT' and state = 'ACTIVE') group by procedure`,
      [clock.today()],
    );
  },
};
