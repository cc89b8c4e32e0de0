import { schemaOf } from '@dang/service/schema';
import { expect, test } from '@jest/globals';
import { type GraphQLField, valueFromASTUntyped } from 'graphql';
import { definition } from './definition.ts';

/**
 * An applicant (draft, waiting, rejected) holds no permission, so what they reach is what needs none: their own account and
 * form, the look-up, the claim that they made with the form, notices and devices, signing in and out, and what anybody may
 * know. A new field that needs no permission must be thought about here.
 */
const openToApplicants = new Set([
  'Query.account',
  'Query.me',
  'Query.myPositionClaims',
  'Query.notices',
  'Query.noticePreferences',
  'Query.devices',
  'Query.exclusionReasons',
  'Mutation.saveRegistrationDraft',
  'Mutation.submitRegistration',
  'Mutation.lookUpRegistry',
  'Mutation.withdrawPositionClaim',
  'Mutation.markNoticesRead',
  'Mutation.setNoticePreference',
  'Mutation.registerDevice',
  'Mutation.removeDevice',
  'Mutation.signIn',
  'Mutation.refreshSession',
  'Mutation.actAs',
  'Mutation.signOut',
  'Mutation.signOutEverywhere',
]);

function permissionOf({ astNode }: GraphQLField<unknown, unknown>): unknown {
  const access = astNode?.directives?.find(({ name }) => name.value === 'access');
  const permission = access?.arguments?.find(({ name }) => name.value === 'permission');
  return permission && valueFromASTUntyped(permission.value);
}

test('applicants reach their own form, notices and session, and nothing else', () => {
  const schema = schemaOf(definition);
  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {})
      .filter((field) => !field.name.startsWith('_'))
      .map((field) => ({
        name: `${type?.name}.${field.name}`,
        needs: permissionOf(field),
      })),
  );
  const reached = roots.filter(({ needs }) => needs === 'SIGNED_IN' || needs === 'PUBLIC');
  expect(reached.length).toBeGreaterThan(10);
  expect(reached.map(({ name }) => name).filter((name) => !openToApplicants.has(name))).toEqual([]);
});
