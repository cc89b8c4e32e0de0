import { isProfileNumber, readCardNumber } from '@dang/vietnam/identifiers';
import { tidyText } from '@dang/vietnam/text';
import type { RegistryRecord } from '../registry/registry-match.ts';
import type { Form } from './form.rules.ts';

/** The form with what its owner left out taken from the member database; what they said stands. */
export function filledFrom(record: RegistryRecord | null, newCard: string | null, form: Form): Form {
  if (!record) return form;
  const card = readCardNumber(newCard ?? record.legacyCardNumber ?? '');
  const profile = record.profileNumber && isProfileNumber(record.profileNumber) ? record.profileNumber : null;
  const knowsNumber = form.card !== null || form.profileNumber !== null;
  return {
    ...form,
    partyFullName: form.partyFullName ?? record.fullName,
    card: knowsNumber ? form.card : card,
    profileNumber: knowsNumber ? form.profileNumber : profile,
    // both dates are one statement: who names the day of joining and no official date is a probationer
    joinDate: form.joinDate ?? record.joinDate,
    officialDate: form.joinDate === null ? (form.officialDate ?? record.officialDate) : form.officialDate,
  };
}

/** What the form and VNeID say, in the words in which the member database says it. */
export type Declared = {
  partyFullName: string | null;
  fullName: string;
  dateOfBirth: string;
  gender: string | null;
  cardNumber: string | null;
  profileNumber: string | null;
  joinDate: string | null;
  officialDate: string | null;
  branchId: string | null;
};

export type RegistryFieldDifference = { field: string; declared: string | null; registry: string | null };

/**
 * Where the form says something else than the member database. What one of the two says nothing of is no difference, but for
 * the official date: without one somebody is a probationer.
 */
export function registryDifferences(
  form: Declared,
  record: RegistryRecord,
  newCard: string | null,
): RegistryFieldDifference[] {
  const differences: RegistryFieldDifference[] = [];
  const compare = (field: string, declared: string | null, registry: string | null, always = false) => {
    const saysBoth = declared !== null && registry !== null;
    if ((saysBoth || always) && declared !== registry) differences.push({ field, declared, registry });
  };
  compare('partyFullName', tidyText(form.partyFullName ?? form.fullName), tidyText(record.fullName));
  compare('dateOfBirth', form.dateOfBirth, record.dateOfBirth);
  compare('gender', form.gender, record.gender);
  const cards = [newCard, record.legacyCardNumber].filter((digits) => digits !== null);
  const sameKind = cards.find((digits) => digits.length === form.cardNumber?.length);
  compare('cardNumber', form.cardNumber, sameKind ?? null);
  compare('profileNumber', form.profileNumber, record.profileNumber);
  compare('joinDate', form.joinDate, record.joinDate);
  compare('officialDate', form.officialDate, record.officialDate, true);
  compare('branchId', form.branchId, record.branchId);
  return differences;
}
