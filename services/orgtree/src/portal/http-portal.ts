import { type OutsideOptions, outsideDoor } from '@dang/service/outside/outside-door';
import { type Portal, portalAnswerShape, portalStates } from './portal.port.ts';

/** The portal over HTTP. The names on the wire are the stand-in's (the real ones are not public): this is the only place that knows them. */
export function httpPortal(options: Omit<OutsideOptions, 'system'>): Portal {
  const ask = outsideDoor({ system: 'portal', ...options });
  return {
    async tell({ state, ...dossier }) {
      const { number: stateNumber, name: stateName } = portalStates[state];
      const body = { ...dossier, state: stateNumber, stateName };
      const key = `${dossier.number}:${dossier.sequence}`;
      const { result } = await ask({ path: '/dossiers', key, body, answer: portalAnswerShape });
      return result;
    },
  };
}
