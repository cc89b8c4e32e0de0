import { describe, expect, test } from '@jest/globals';
import { buildSchema, GraphQLObjectType, graphql, printSchema } from 'graphql';
import type { Actor } from './actor.ts';
import { accessDirectiveSdl, enforceAccess, rootFieldsWithoutAccess } from './directive.ts';
import type { Role } from './role.ts';

const id = '00000000-0000-4000-8000-000000000001';
const actorWith = (role: Role | null, accountStatus: Actor['accountStatus'] = 'ACTIVE'): Actor => ({
  accountId: id,
  memberId: id,
  sessionId: id,
  name: 'An',
  accountStatus,
  signedInAt: new Date(),
  capacity: role && { positionId: id, role, title: role, unitId: id },
});

const open = buildSchema(`${accessDirectiveSdl}
  type Member { name: String dues: Int @access(permission: "DUES_READ") }
  type Query {
    about: String @access(permission: "PUBLIC")
    me: String @access(permission: "SIGNED_IN")
    member: Member @access(permission: "MEMBER_READ")
    officers: String @access(permission: "OFFICERS_READ", or: "DUES_READ")
    forgotten: String
  }
  type Mutation { act: String  approve: String @access(permission: "ACCOUNT_APPROVE") }`);
const schema = enforceAccess(open);
const rootValue = {
  about: 'a',
  me: 'm',
  member: { name: 'An', dues: 5 },
  officers: 'o',
  forgotten: 'f',
  act: 'x',
  approve: 'y',
};

const ask = async (source: string, actor: Actor | null, language?: 'vi' | 'en') => {
  const { data, errors } = await graphql({ schema, source, rootValue, contextValue: { actor, language } });
  return {
    data: JSON.parse(JSON.stringify(data)),
    code: errors?.[0]?.extensions.code,
    message: errors?.[0]?.message,
  };
};

describe('@access', () => {
  test.each([
    ['{ about }', null, undefined],
    ['{ me }', null, 'UNAUTHENTICATED'],
    ['{ me }', actorWith(null, 'DRAFT'), undefined],
    ['{ member { name } }', null, 'UNAUTHENTICATED'],
    ['{ member { name } }', actorWith(null), 'FORBIDDEN'],
    ['{ member { name } }', actorWith('BRANCH_SECRETARY', 'LOCKED'), 'FORBIDDEN'],
    ['{ member { name } }', actorWith('BRANCH_SECRETARY'), undefined],
    ['{ officers }', null, 'UNAUTHENTICATED'],
    ['{ officers }', actorWith('SYSTEM_ADMIN'), undefined],
    ['{ officers }', actorWith('FINANCE_OFFICER'), undefined],
    ['{ officers }', actorWith('SUPPORT_AGENT'), 'FORBIDDEN'],
    ['{ forgotten }', null, 'FORBIDDEN'],
    ['{ forgotten }', actorWith('SYSTEM_ADMIN'), 'FORBIDDEN'],
    ['mutation { act }', actorWith('BRANCH_SECRETARY'), 'FORBIDDEN'],
    ['mutation { approve }', actorWith('BRANCH_DELEGATE'), 'FORBIDDEN'],
    ['mutation { approve }', actorWith('COMMITTEE_SECRETARY'), undefined],
  ])('%s', async (source, actor, code) => {
    expect((await ask(source, actor)).code).toBe(code);
  });

  test('a guarded field inside a type is null with its error, its neighbours answer', async () => {
    const answer = await ask('{ member { name dues } }', actorWith('PARTY_BUILDING_STAFF'));
    expect(answer).toMatchObject({ data: { member: { name: 'An', dues: null } }, code: 'FORBIDDEN' });
  });

  test('says so in the reader’s language', async () => {
    expect((await ask('{ me }', null)).message).toBe('Bạn cần đăng nhập.');
    expect((await ask('{ me }', null, 'en')).message).toBe('You need to sign in.');
  });

  test('an unknown permission stops the service at start, and names its fields', () => {
    const wrong = buildSchema(`${accessDirectiveSdl}
      type Query { a: String @access(permission: "OWN_DATE") b: B @access(permission: "PUBLIC") }
      type B { c: String @access(permission: "constructor") }`);
    expect(() => enforceAccess(wrong)).toThrow(/Query\.a \(OWN_DATE\), B\.c \(constructor\)/);
  });

  test('root fields without it can be listed, for a test of every service', () => {
    expect(rootFieldsWithoutAccess(open)).toEqual(['Query.forgotten', 'Mutation.act']);
  });

  test('the schema that front ends see stays the same', () => {
    expect(printSchema(schema)).toBe(printSchema(open));
    expect(schema.getType('Member')).toBeInstanceOf(GraphQLObjectType);
  });
});
