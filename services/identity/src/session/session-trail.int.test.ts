import { verifyAccessToken } from '@dang/access/tokens';
import { type RunningSandbox, startSandbox } from '@dang/sandbox/sandbox';
import { obtainCode } from '@dang/sandbox/vneid/sign-in-client';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  citizens,
  type House,
  ids,
  openIdentity,
  tokenKeys,
  vneidClient,
} from '../../test/identity-stage.ts';

const redirectUri = vneidClient.redirectUris[0] ?? '';
let sandbox: RunningSandbox;
let house: House;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, client: vneidClient, people: citizens });
  house = await openIdentity({ vneidIssuer: sandbox.issuer });
});
afterAll(async () => {
  await house.close();
  await sandbox.close();
});

async function run(mutation: string, input: object, token?: string) {
  const actor = token ? (await verifyAccessToken(tokenKeys.publicJwk, token)).actor : null;
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const fields =
    mutation === 'actAs'
      ? 'accessToken refusal { code }'
      : 'session { id accessToken refreshToken } refusal { code }';
  const { data } = await house.execute(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`,
    { input },
    actor,
  );
  return data?.[mutation];
}

test('who comes, acts and goes is on record, with the place they came from; a stolen token too', async () => {
  const { code, codeVerifier, nonce } = await obtainCode({
    issuer: sandbox.issuer,
    clientId: vneidClient.clientId,
    redirectUri,
    personalIdOrPersona: 'secretary',
  });
  const { session } = await run('signIn', { code, codeVerifier, nonce, redirectUri });
  await run('actAs', { positionId: ids.position('secretary') }, session.accessToken);
  await run('refreshSession', { refreshToken: session.refreshToken });
  // the same token again: somebody has stolen it, or had it stolen
  expect((await run('refreshSession', { refreshToken: session.refreshToken })).refusal.code).toBe(
    'SESSION_ENDED',
  );
  const lines = await house.em().execute(
    `select action, actor_role as role, reason, ip, member_id as "memberId", unit_id is not null as "inUnit"
     from audit_entry where subject_id = ? order by id`,
    [session.id],
  );
  const about = { ip: '203.0.113.7', memberId: ids.member('secretary'), inUnit: true };
  expect(lines).toEqual([
    { action: 'signIn', role: null, reason: null, ...about },
    { action: 'actAs', role: 'BRANCH_SECRETARY', reason: null, ...about },
    { action: 'endSession', role: null, reason: 'REFRESH_REUSED', ...about },
  ]);
});
