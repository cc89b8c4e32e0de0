import type { Actor } from '@dang/access/actor';
import { verifyAccessToken } from '@dang/access/tokens';
import { startSandbox } from '@dang/sandbox/sandbox';
import { obtainCode } from '@dang/sandbox/vneid/sign-in-client';
import { citizens, openIdentity, tokenKeys, vneidClient } from './identity-stage.ts';

/** Where VNeID sends people back to. */
export const redirectUri = vneidClient.redirectUris[0] ?? '';

const sessionFields = `session {
    id accessToken refreshToken signedInAt actingAs { id role title unit { id } }
    account { id status fullName personalIdMasked member { id fullName } positions { id kind role } rejectionReason }
  } refusal { code message }`;
/** The document of a sign-in. */
export const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ${sessionFields} } }`;
const REFRESH = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${sessionFields} } }`;

/** Whose token this is, and what it says of them. */
export async function actorOfToken(token: string): Promise<Actor> {
  return (await verifyAccessToken(tokenKeys.publicJwk, token)).actor;
}

/** identity beside a VNeID, with what people do at its front door. */
export async function openSessions() {
  const sandbox = await startSandbox({ port: 0, client: vneidClient, people: citizens });
  const house = await openIdentity({ vneidIssuer: sandbox.issuer });

  const codeFor = (personalIdOrPersona: string) =>
    obtainCode({ issuer: sandbox.issuer, clientId: vneidClient.clientId, redirectUri, personalIdOrPersona });
  return {
    sandbox,
    house,
    /** A fresh code of VNeID for somebody, with its verifier and nonce. */
    codeFor,
    async signIn(personalIdOrPersona: string, over: object = {}) {
      const { code, codeVerifier, nonce } = await codeFor(personalIdOrPersona);
      const input = { code, codeVerifier, nonce, redirectUri, ...over };
      const { data, errors } = await house.execute(SIGN_IN, { input });
      if (errors) throw new Error(JSON.stringify(errors));
      return data?.signIn;
    },
    refresh: async (refreshToken: string) =>
      (await house.execute(REFRESH, { input: { refreshToken } })).data?.refreshSession,
    async close(): Promise<void> {
      await house.close();
      await sandbox.close();
    },
  };
}

export type Sessions = Awaited<ReturnType<typeof openSessions>>;
