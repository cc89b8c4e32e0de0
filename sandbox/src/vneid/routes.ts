import { randomInt } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { z } from 'zod';
import { readForms, sendHtml } from '../html.ts';
import { type FaultSwitches, faultsShape } from './faults.ts';
import type { People } from './people.ts';
import { labelOf, type Person } from './person.ts';
import { signedInAs } from './provider.ts';
import { choosePage, gonePage, otpPage } from './sign-in-page.ts';

export type VneidParts = { provider: Provider; people: People; faults: FaultSwitches; path: string };

/** Registers the stand-in's own doors and, below them, everything that is the provider's. */
export function registerVneid(app: FastifyInstance, parts: VneidParts): void {
  app.register(async (scope) => registerTools(scope, parts));
  app.register(async (scope) => registerSignIn(scope, parts));
  app.register(async (scope) => registerProvider(scope, parts));
}

function registerTools(app: FastifyInstance, { people, faults, path }: VneidParts): void {
  app.get(`${path}/personas`, () => ({
    personas: people.personas().map((person) => ({
      persona: person.persona,
      label: labelOf(person),
      fullName: person.fullName,
      personalId: person.personalId,
      level: person.level,
    })),
  }));

  app.post(`${path}/people`, (request, reply) => {
    const minted = people.mint(request.body);
    if ('error' in minted) return reply.code(400).send({ error: minted.error });
    return reply.code(201).send(minted.person);
  });

  app.get(`${path}/faults`, () => faults.get());

  app.put(`${path}/faults`, (request, reply) => {
    const wanted = faultsShape.safeParse(request.body ?? {});
    if (!wanted.success) return reply.code(400).send({ error: z.prettifyError(wanted.error) });
    faults.set(wanted.data);
    return faults.get();
  });
}

/** Sign-in pages that may wait for their one-time password at once. */
const openPageLimit = 1000;

type Form = Record<string, string | undefined>;

function registerSignIn(app: FastifyInstance, { provider, people, path }: VneidParts): void {
  const otps = new Map<string, string>();

  readForms(app);
  const finish = async (
    request: FastifyRequest,
    reply: FastifyReply,
    person: Person,
  ): Promise<FastifyReply> =>
    reply.redirect(await provider.interactionResult(request.raw, reply.raw, signedInAs(person)), 303);

  /** The running sign-in that the cookies of this request belong to, if it still runs. */
  const findInteraction = (request: FastifyRequest, reply: FastifyReply) =>
    provider.interactionDetails(request.raw, reply.raw).catch(() => undefined);

  app.get(`${path}/sign-in/:uid`, async (request, reply) => {
    const interaction = await findInteraction(request, reply);
    if (!interaction) return sendHtml(reply, gonePage(), 400);
    const hint = String(interaction.params.login_hint ?? '');
    const hinted = people.find(hint);
    if (interaction.params.scripted !== '1') {
      return sendHtml(reply, choosePage(request.url, people.personas(), hinted?.personalId ?? ''));
    }
    if (!hinted) {
      return reply.code(400).send({
        error: 'unknown_person',
        message: 'login_hint names neither a persona nor a known personal id',
      });
    }
    return finish(request, reply, hinted);
  });

  app.post<{ Params: { uid: string }; Body: Form }>(`${path}/sign-in/:uid`, async (request, reply) => {
    if (!(await findInteraction(request, reply))) return sendHtml(reply, gonePage(), 400);
    const form = request.body ?? {};
    const person = people.find(form.chosen ?? form.personalId?.trim() ?? '');
    if (!person) {
      const error = 'Không có công dân nào với số định danh này.';
      return sendHtml(reply, choosePage(request.url, people.personas(), form.personalId ?? '', error), 422);
    }
    if (!form.chosen && !form.password) {
      return sendHtml(
        reply,
        choosePage(request.url, people.personas(), person.personalId, 'Hãy nhập mật khẩu.'),
        422,
      );
    }
    const otp = String(randomInt(1_000_000)).padStart(6, '0');
    if (otps.size >= openPageLimit) otps.delete(otps.keys().next().value ?? '');
    otps.set(request.params.uid, otp);
    return sendHtml(reply, otpPage(`${path}/sign-in/${request.params.uid}/otp`, person, otp));
  });

  app.post<{ Params: { uid: string }; Body: Form }>(`${path}/sign-in/:uid/otp`, async (request, reply) => {
    const otp = otps.get(request.params.uid);
    const person = people.find(request.body?.personalId ?? '');
    if (!otp || !person || !(await findInteraction(request, reply))) return sendHtml(reply, gonePage(), 400);
    if (request.body.otp?.trim() !== otp) {
      return sendHtml(reply, otpPage(request.url, person, otp, 'Mã OTP không đúng.'), 422);
    }
    otps.delete(request.params.uid);
    return finish(request, reply, person);
  });
}

function registerProvider(app: FastifyInstance, { provider, path }: VneidParts): void {
  // The provider reads bodies itself.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  const answer = provider.callback();
  app.all(`${path}/*`, (request, reply) => {
    reply.hijack();
    const raw = request.raw as typeof request.raw & { originalUrl?: string };
    raw.originalUrl = raw.url;
    raw.url = (raw.url ?? '').slice(path.length);
    return answer(raw, reply.raw);
  });
}
