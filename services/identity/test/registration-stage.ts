import { randomInt, randomUUID } from 'node:crypto';
import type { Actor } from '@dang/access/actor';
import { blindIndex, sealText } from '@dang/service/sealed-text';
import { testActor } from '@dang/service/testing';
import { type House, units } from './identity-stage.ts';

/** An account in `DRAFT` for a citizen of that name, as after a first sign-in, and its owner as an actor. */
export async function openDraft(
  house: House,
  fullName: string,
  memberId: string | null = null,
): Promise<Actor> {
  const { PROVINCE_KEY, PROVINCE_INDEX_KEY } = house.environment;
  const personalId = `0990${String(randomInt(100_000_000)).padStart(8, '0')}`;
  const [row] = await house.em().execute<{ id: string }[]>(
    `insert into account (status, member_id, personal_id_sealed, personal_id_index, full_name, date_of_birth)
     values ('DRAFT', ?, ?, ?, ?, '1990-01-01') returning id`,
    [memberId, sealText(PROVINCE_KEY, personalId), blindIndex(PROVINCE_INDEX_KEY, personalId), fullName],
  );
  if (!row) throw new Error('no account was made');
  return testActor({ accountId: row.id, memberId: null, name: fullName, accountStatus: 'DRAFT' });
}

const SUBMIT = `mutation ($input: SubmitRegistrationInput!) {
  submitRegistration(input: $input) { account { id version status number } refusal { code field } }
}`;

/** Sends the registration form of this applicant; `over` changes what the everyday form says. */
export async function submit(house: House, applicant: Actor, over: Record<string, unknown> = {}) {
  const input = {
    idempotencyKey: randomUUID(),
    branchId: units.branch1,
    residenceBranchId: units.otherBranch,
    profileNumber: '001234',
    permanentAddress: { province: 'Hà Nội', ward: 'Việt Hưng' },
    joinDate: '2015-03-03',
    officialDate: '2016-03-03',
    monthlyDues: 60_000,
    monthlyDuesFrom: '2026-08',
    ...over,
  };
  const { data, errors } = await house.execute(SUBMIT, { input }, applicant);
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.submitRegistration;
}

const SAVE_DRAFT = `mutation ($input: SaveRegistrationDraftInput!) {
  saveRegistrationDraft(input: $input) { account { id version status } refusal { code field } }
}`;

/** Keeps an unfinished form in this applicant's account. */
export async function saveDraft(house: House, applicant: Actor, form: Record<string, unknown>) {
  const input = { idempotencyKey: randomUUID(), form };
  const { data, errors } = await house.execute(SAVE_DRAFT, { input }, applicant);
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.saveRegistrationDraft;
}
