import { signInIsFresh } from '@dang/access/actor';
import type { GraphContext } from '@dang/service/context';
import { mutate } from '@dang/service/mutation';
import { isRefusal, type RefusalCode, refusalMessage } from '@dang/service/refusal';
import { availableActions } from '@dang/workflow/decide';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type AccountView, signedIn } from '../account/account-view.ts';
import type { Resolvers } from '../generated/graph.ts';
import { visibleMember } from '../member/member.visibility.ts';
import { type CertificateRow, findCertificates } from './certificate.rows.ts';
import { isInTime } from './certificate.rules.ts';
import { certificatesOfMember, certificatesOfUnit, shownRelationsTo } from './certificate.sight.ts';
import { type CertificateWorkflow, certificateWorkflow } from './certificate.workflow.ts';
import { endCertificate, loadEnded } from './end-certificate.ts';
import { keepCertificate, proveCertificate } from './register-certificate.ts';

const field = 'certificate' as const;
const load = async (em: SqlEntityManager, id: string): Promise<CertificateRow | null> =>
  (await findCertificates(em, [id]))[0] ?? null;

async function actionsOn({ status, memberId }: CertificateRow, context: GraphContext) {
  const { actor, language } = context;
  if (!actor) return [];
  const actions = availableActions<CertificateWorkflow, RefusalCode>(certificateWorkflow, {
    state: status,
    relations: await shownRelationsTo(context, actor, memberId),
    facts: {},
    stepUpFresh: signInIsFresh(actor, new Date()),
  });
  return actions.map((action) => ({
    ...action,
    reason: action.code && refusalMessage(action.code, language),
  }));
}

/** The certificates with which officers sign. */
export const certificateResolvers: Resolvers = {
  Mutation: {
    async registerCertificate(_parent, { input }, context) {
      const actor = signedIn(context);
      const proven = await proveCertificate(context, actor, input);
      // the key of the call is looked up first: what was registered by it is answered whatever became of it since
      const call = { name: 'registerCertificate', input, field, load };
      return mutate(context, call, async (em) =>
        isRefusal(proven) ? proven : keepCertificate(em, context, actor, proven),
      );
    },
    endCertificate(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = { name: 'endCertificate', input, field, load: loadEnded(context, actor) };
      return mutate(context, call, (em) => endCertificate(em, context, actor, input));
    },
  },
  Account: {
    certificates: ({ memberId, viewer }: AccountView, _args, context) =>
      memberId === null ? null : certificatesOfMember(context, viewer, memberId),
  },
  OrgUnit: {
    certificates: ({ id }: { id: string }, _args, context) =>
      context.actor && certificatesOfUnit(context, context.actor, id),
  },
  SigningCertificate: {
    startsAt: ({ validFrom }: CertificateRow) => validFrom,
    expiresAt: ({ validTo }: CertificateRow) => validTo,
    inForce: (certificate: CertificateRow, _args, { clock }) =>
      certificate.status === 'ACTIVE' && isInTime(certificate, clock.now()),
    availableActions: (certificate: CertificateRow, _args, context) => actionsOn(certificate, context),
    member: ({ memberId }: CertificateRow, _args, context) => visibleMember(context, context.actor, memberId),
  },
};
