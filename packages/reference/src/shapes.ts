import type { CopyShape } from './upsert.ts';

/** From the fields of the events (`packages/events/src/contracts`) to the columns of `tables.ts`, one entry a column. */
export const unitShape: CopyShape = {
  table: 'unit_copy',
  key: ['id'],
  columns: {
    id: { field: 'id', type: 'uuid' },
    code: { field: 'code', type: 'text' },
    name: { field: 'name', type: 'text' },
    short_name: { field: 'shortName', type: 'text' },
    type: { field: 'type', type: 'text' },
    kind: { field: 'kind', type: 'text' },
    parent_id: { field: 'parentId', type: 'uuid' },
    path: { field: 'path', type: 'text[]', as: `array_to_string(row.path, '.')::ltree` },
    region_min_wage: { field: 'regionMinWage', type: 'smallint' },
    valid_from: { field: 'validFrom', type: 'date' },
    valid_to: { field: 'validTo', type: 'date' },
  },
};

export const memberShape: CopyShape = {
  table: 'member_copy',
  key: ['id'],
  columns: {
    id: { field: 'id', type: 'uuid' },
    full_name: { field: 'fullName', type: 'text' },
    gender: { field: 'gender', type: 'text' },
    date_of_birth: { field: 'dateOfBirth', type: 'date' },
    join_date: { field: 'joinDate', type: 'date' },
    official_date: { field: 'officialDate', type: 'date' },
    status: { field: 'status', type: 'text' },
    force_category: { field: 'forceCategory', type: 'text' },
    under_inspection: { field: 'underInspection', type: 'boolean' },
    card_number_sealed: { field: 'cardNumberSealed', type: 'text' },
    legacy_card_number: { field: 'legacyCardNumber', type: 'text' },
    profile_number: { field: 'profileNumber', type: 'text' },
    residence_branch_id: { field: 'residenceBranchId', type: 'uuid' },
    residence_contact_mode: { field: 'residenceContactMode', type: 'text' },
  },
};

export const placementShape: CopyShape = {
  table: 'placement_copy',
  key: ['member_id'],
  columns: {
    member_id: { field: 'memberId', type: 'uuid' },
    branch_id: { field: 'branchId', type: 'uuid' },
    since: { field: 'since', type: 'date' },
    temporary_branch_id: { field: 'temporaryBranchId', type: 'uuid' },
    temporary_since: { field: 'temporarySince', type: 'date' },
    residence_branch_id: { field: 'residenceBranchId', type: 'uuid' },
  },
};

export const standingShape: CopyShape = {
  table: 'standing_copy',
  key: ['member_id'],
  columns: {
    member_id: { field: 'memberId', type: 'uuid' },
    paid_through: { field: 'paidThrough', type: 'text' },
    open_months: { field: 'openMonths', type: 'text[]' },
    charged_by: { field: 'chargedBy', type: 'uuid' },
  },
};

export const officersShape: CopyShape = {
  table: 'officers_copy',
  key: ['unit_id'],
  columns: {
    unit_id: { field: 'unitId', type: 'uuid' },
    officers: { field: 'officers', type: 'jsonb' },
  },
};

export const procedureStartShape: CopyShape = {
  table: 'procedure_start_copy',
  key: ['unit_id', 'procedure'],
  columns: {
    unit_id: { field: 'unitId', type: 'uuid' },
    procedure: { field: 'procedure', type: 'text' },
    starts_on: { field: 'startsOn', type: 'date' },
  },
};

export const certificateShape: CopyShape = {
  table: 'certificate_copy',
  key: ['id'],
  columns: {
    id: { field: 'id', type: 'uuid' },
    member_id: { field: 'memberId', type: 'uuid' },
    status: { field: 'status', type: 'text' },
    reference: { field: 'reference', type: 'text' },
    serial: { field: 'serial', type: 'text' },
    fingerprint: { field: 'fingerprint', type: 'text' },
    holder_name: { field: 'holderName', type: 'text' },
    issuer_name: { field: 'issuerName', type: 'text' },
    valid_from: { field: 'validFrom', type: 'timestamptz' },
    valid_to: { field: 'validTo', type: 'timestamptz' },
  },
};

export const calendarDayShape: CopyShape = {
  table: 'calendar_day_copy',
  key: ['day'],
  columns: {
    day: { field: 'day', type: 'date' },
    kind: { field: 'kind', type: 'text' },
  },
};
