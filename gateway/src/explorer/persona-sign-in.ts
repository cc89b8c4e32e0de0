import { z } from 'zod';

/** The VNeID stand-in, as identity is registered with it. */
export type Standin = { sandboxUrl: string; issuer: string; clientId: string; redirectUri: string };

/** Runs one operation on our own graph. */
export type AskGraph = (
  query: string,
  variables: object,
  token?: string,
) => Promise<{ data?: unknown; errors?: { message: string }[] }>;

/** A persona could not be signed in: says why, for the person at the explorer. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

const personas = z.object({
  personas: z.array(z.object({ persona: z.string(), label: z.string(), level: z.number() })),
});

/** The people that one may be, without their personal ids; none when the stand-in is away. */
export async function listPersonas({ sandboxUrl }: Standin): Promise<z.infer<typeof personas>> {
  try {
    const response = await fetch(`${sandboxUrl}/vneid/personas`, { signal: AbortSignal.timeout(3_000) });
    return personas.parse(await response.json());
  } catch {
    return { personas: [] };
  }
}

const session = z.object({ accessToken: z.string(), accessTokenExpiresAt: z.string() });
const refusal = z.object({ message: z.string() }).nullable();
const positions = z.array(
  z.object({ id: z.string(), title: z.string(), unit: z.object({ name: z.string().nullish() }) }),
);

const signInDocument = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { session { accessToken accessTokenExpiresAt } refusal { message } }
}`;
const positionsDocument = '{ account { positions { id title unit { name } } } }';
const actAsDocument = `mutation ActAs($input: ActAsInput!) {
  actAs(input: $input) { accessToken accessTokenExpiresAt refusal { message } }
}`;

/** What the bar of the explorer gets to know after a sign-in. */
export type PersonaSession = {
  accessToken: string;
  expiresAt: string;
  positions: { id: string; title: string }[];
  positionId: string | null;
};

/**
 * Signs a persona in as a front end would: the code flow at the stand-in, then `signIn` on our own graph, then `actAs`.
 * `positionId` undefined takes the first position that the persona holds, null takes none.
 * @throws SignInRefused with what the stand-in or identity said.
 */
export async function signInPersona(
  standin: Standin,
  ask: AskGraph,
  persona: string,
  positionId: string | null | undefined,
): Promise<PersonaSession> {
  // Loaded here and not above: the stand-in is no part of a production image.
  const { obtainCode } = await import('@dang/sandbox/vneid/sign-in-client');
  const code = await obtainCode({ ...standin, personalIdOrPersona: persona }).catch((error: Error) => {
    throw new SignInRefused(error.message);
  });
  const signedIn = z
    .object({ signIn: z.object({ session: session.nullable(), refusal }) })
    .parse(await dataOf(ask(signInDocument, { input: code })));
  const opened = signedIn.signIn.session;
  if (!opened) throw new SignInRefused(signedIn.signIn.refusal?.message ?? 'Không đăng nhập được.');
  const { account } = z
    .object({ account: z.object({ positions }).nullable() })
    .parse(await dataOf(ask(positionsDocument, {}, opened.accessToken)));
  const held = (account?.positions ?? []).map(({ id, title, unit }) => ({
    id,
    title: unit.name ? `${title} — ${unit.name}` : title,
  }));
  const wanted = positionId === undefined ? (held[0]?.id ?? null) : positionId;
  const plain = { accessToken: opened.accessToken, expiresAt: opened.accessTokenExpiresAt, positions: held };
  if (wanted === null) return { ...plain, positionId: null };
  const { actAs } = z
    .object({
      actAs: z.object({
        accessToken: z.string().nullable(),
        accessTokenExpiresAt: z.string().nullable(),
        refusal,
      }),
    })
    .parse(await dataOf(ask(actAsDocument, { input: { positionId: wanted } }, opened.accessToken)));
  if (actAs.accessToken === null)
    throw new SignInRefused(actAs.refusal?.message ?? 'Không chọn được tư cách này.');
  return {
    accessToken: actAs.accessToken,
    expiresAt: actAs.accessTokenExpiresAt ?? plain.expiresAt,
    positions: held,
    positionId: wanted,
  };
}

async function dataOf(answer: ReturnType<AskGraph>): Promise<unknown> {
  const { data, errors } = await answer;
  const [error] = errors ?? [];
  if (error) throw new SignInRefused(error.message);
  return data;
}
