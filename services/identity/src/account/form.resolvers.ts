import { prepareUpload } from '@dang/documents/files/prepare-upload';
import { mutate } from '@dang/service/mutation';
import { refuse } from '@dang/service/refusal';
import { openText } from '@dang/service/sealed-text';
import { maskDigits } from '@dang/vietnam/identifiers';
import { environmentOf } from '../environment.ts';
import type { Resolvers } from '../generated/graph.ts';
import { isWithinLimit } from '../session/rate-limit.ts';
import { type AccountView, loadFor, maskEmail, sightOf, signedIn } from './account-view.ts';
import type { Extended } from './form.rules.ts';
import { openExtended } from './form.ts';
import { enterRegistration } from './paper-entry.ts';
import { saveDraft, submitRegistration } from './registration.ts';

const unit = (id: string | null) => id && { id };

/** The extended part as others than its owner see it: that there is something to reach the person by, and nothing else. */
function covered(extended: Extended): Extended {
  const hidden = Object.fromEntries(Object.keys(extended).map((field) => [field, null])) as Extended;
  const { email, phone } = extended;
  return { ...hidden, email: email && maskEmail(email), phone: phone && maskDigits(phone) };
}

export const formResolvers: Resolvers = {
  Mutation: {
    saveRegistrationDraft(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'saveRegistrationDraft',
        input,
        field: 'account' as const,
        load: loadFor(context, actor),
      };
      return mutate(context, call, (em) => saveDraft(em, context, actor, input.form));
    },
    async submitRegistration(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'submitRegistration',
        input,
        field: 'account' as const,
        load: loadFor(context, actor),
      };
      const isAttempt = typeof input.cardNumber === 'string';
      const mayTry = !isAttempt || (await isWithinLimit(context, 'card-number', actor.accountId));
      return mutate(context, call, async (em) =>
        mayTry ? submitRegistration(em, context, actor, input) : refuse('RATE_LIMITED'),
      );
    },
    enterRegistration(_parent, { input }, context) {
      const actor = signedIn(context);
      const call = {
        name: 'enterRegistration',
        input,
        field: 'account' as const,
        load: loadFor(context, actor),
      };
      return mutate(context, call, (em) => enterRegistration(em, context, actor, input));
    },
    prepareAccountUpload: (_parent, { input }, context) =>
      prepareUpload(context, 'prepareAccountUpload', input),
  },

  RegistrationForm: {
    permanentAddress: ({ permanentAddressParts }: AccountView) => permanentAddressParts,
    cardNumber(account: AccountView, _args, context) {
      const { cardNumberSealed: sealed, legacyCardNumber } = account;
      const digits = sealed ? openText(environmentOf(context).PROVINCE_KEY, sealed) : legacyCardNumber;
      return digits && sightOf(account) !== 'OWNER' ? maskDigits(digits) : digits;
    },
    position: ({ claimedPosition }: AccountView) => claimedPosition,
    branch: ({ branchId }: AccountView) => unit(branchId),
    residenceBranch: ({ residenceBranchId }: AccountView) => unit(residenceBranchId),
    monthlyDues: ({ monthlyDues }: AccountView) => (monthlyDues === null ? null : BigInt(monthlyDues)),
    extended(account: AccountView, _args, context) {
      const extended = openExtended(environmentOf(context).PROVINCE_KEY, account);
      return extended && sightOf(account) !== 'OWNER' ? covered(extended) : extended;
    },
  },
};
