/**
 * The rules by which monthly dues are computed, as data with the months in which they hold (domain 6.9): the rates by category,
 * the regional minimum wages, the ceiling of the social-insurance salary, the retirement age. Regime A is Decision 342-QĐ/TW,
 * regime B Regulation 01-QĐ/TW, from 02/2026. A row is never changed; a later one ends it with the month before.
 */
export const ruleTables: readonly string[] = [
  `create table rate_rule (
    id text primary key default uuidv7()::text,
    regime text not null check (regime in ('A', 'B')),
    category dues_category not null,
    kind text not null check (kind in ('PERCENT', 'FIXED', 'BAND', 'PERCENT_OF_MIN_WAGE')),
    bps int check (bps between 1 and 10000),
    base_kind text check (base_kind in ('SI_SALARY', 'SALARY', 'SI_BENEFIT', 'PENSION', 'PENSION_AND_PAY', 'ALLOWANCE', 'LIVING_ALLOWANCE')),
    capped boolean not null default false,
    amount bigint check (amount > 0),
    least bigint check (least > 0),
    most bigint check (most >= least),
    half_at_retirement boolean not null default false,
    rounding int not null default 1 check (rounding in (1, 100, 1000)),
    valid_from calendar_month not null,
    valid_to calendar_month,
    source text not null,
    unverified boolean not null default false,
    entered_by jsonb,
    check (valid_to >= valid_from),
    check ((kind in ('PERCENT', 'PERCENT_OF_MIN_WAGE')) = (bps is not null)),
    check ((kind = 'PERCENT') = (base_kind is not null)),
    check ((kind = 'FIXED') = (amount is not null)),
    check ((kind = 'BAND') = (least is not null and most is not null)),
    constraint rate_rule_one_a_month exclude using gist (category with =, daterange(valid_from, valid_to, '[]') with &&)
  )`,
  `create table minimum_wage (
    id uuid not null unique default uuidv7(),
    region smallint not null check (region between 1 and 4),
    amount bigint not null check (amount > 0),
    valid_from calendar_month not null,
    valid_to calendar_month,
    source text not null,
    entered_by jsonb,
    primary key (region, valid_from),
    check (valid_to >= valid_from),
    constraint minimum_wage_one_a_month exclude using gist (region with =, daterange(valid_from, valid_to, '[]') with &&)
  )`,
  `create table si_cap (
    id uuid not null unique default uuidv7(),
    amount bigint not null check (amount > 0),
    valid_from calendar_month primary key,
    valid_to calendar_month,
    source text not null,
    entered_by jsonb,
    check (valid_to >= valid_from),
    constraint si_cap_one_a_month exclude using gist (daterange(valid_from, valid_to, '[]') with &&)
  )`,
  `create table retirement_age (
    gender text not null check (gender in ('MALE', 'FEMALE')),
    months smallint not null check (months between 480 and 900),
    valid_from calendar_month not null,
    valid_to calendar_month,
    source text not null,
    primary key (gender, valid_from),
    check (valid_to >= valid_from),
    constraint retirement_age_one_a_month exclude using gist (gender with =, daterange(valid_from, valid_to, '[]') with &&)
  )`,

  `insert into rate_rule (id, regime, category, kind, bps, base_kind, capped, valid_from, valid_to, source, unverified) values
    ('QD342_SALARIED', 'A', 'SALARIED', 'PERCENT', 100, 'SALARY', false, '2011-04-01', '2026-01-01', 'QĐ 342-QĐ/TW', false),
    ('QD342_PENSION', 'A', 'PENSION', 'PERCENT', 50, 'PENSION', false, '2011-04-01', '2026-01-01', 'QĐ 342-QĐ/TW', false),
    ('QD01_SI_COMPULSORY', 'B', 'SI_COMPULSORY', 'PERCENT', 100, 'SI_SALARY', true, '2026-02-01', null, 'QĐ 01-QĐ/TW', false),
    ('QD01_SI_SICK_MATERNITY', 'B', 'SI_SICK_MATERNITY', 'PERCENT', 100, 'SI_BENEFIT', false, '2026-02-01', null, 'QĐ 01-QĐ/TW', false),
    ('QD01_PENSION', 'B', 'PENSION', 'PERCENT', 50, 'PENSION', false, '2026-02-01', null, 'QĐ 01-QĐ/TW', false),
    ('QD01_PENSION_WITH_WORK', 'B', 'PENSION_WITH_WORK', 'PERCENT', 50, 'PENSION_AND_PAY', false, '2026-02-01', null, 'QĐ 01-QĐ/TW', true),
    ('QD01_MERITORIOUS', 'B', 'MERITORIOUS_OR_INCAPACITY', 'PERCENT', 50, 'ALLOWANCE', false, '2026-02-01', null, 'QĐ 01-QĐ/TW', true),
    ('QD01_OVERSEAS_OFFICIAL', 'B', 'OVERSEAS_OFFICIAL', 'PERCENT', 100, 'LIVING_ALLOWANCE', false, '2026-02-01', null, 'QĐ 01-QĐ/TW', false)`,
  `insert into rate_rule (id, regime, category, kind, bps, valid_from, valid_to, source) values
    ('QD01_BELOW_RETIREMENT_2026', 'B', 'NON_SI_BELOW_RETIREMENT', 'PERCENT_OF_MIN_WAGE', 30, '2026-02-01', '2027-12-01', 'QĐ 01-QĐ/TW'),
    ('QD01_BELOW_RETIREMENT_2028', 'B', 'NON_SI_BELOW_RETIREMENT', 'PERCENT_OF_MIN_WAGE', 50, '2028-01-01', null, 'QĐ 01-QĐ/TW'),
    ('QD01_RETIREMENT_AGE_2026', 'B', 'NON_SI_RETIREMENT_AGE', 'PERCENT_OF_MIN_WAGE', 20, '2026-02-01', '2027-12-01', 'QĐ 01-QĐ/TW'),
    ('QD01_RETIREMENT_AGE_2028', 'B', 'NON_SI_RETIREMENT_AGE', 'PERCENT_OF_MIN_WAGE', 30, '2028-01-01', null, 'QĐ 01-QĐ/TW')`,
  `insert into rate_rule (id, regime, category, kind, amount, least, most, half_at_retirement, valid_from, valid_to, source) values
    ('QD342_OTHER_DOMESTIC', 'A', 'OTHER_DOMESTIC', 'BAND', null, 2000, 30000, true, '2011-04-01', '2026-01-01', 'QĐ 342-QĐ/TW'),
    ('QD342_STUDENT', 'A', 'STUDENT', 'BAND', null, 2000, 30000, false, '2011-04-01', '2026-01-01', 'QĐ 342-QĐ/TW'),
    ('QD01_STUDENT', 'B', 'STUDENT', 'FIXED', 5000, null, null, false, '2026-02-01', null, 'QĐ 01-QĐ/TW'),
    ('QD01_OVERSEAS_OTHER', 'B', 'OVERSEAS_OTHER', 'BAND', null, 30000, 400000, false, '2026-02-01', null, 'QĐ 01-QĐ/TW')`,
  `insert into minimum_wage (region, amount, valid_from, source) values
    (1, 5310000, '2026-01-01', 'NĐ 293/2025/NĐ-CP'), (2, 4730000, '2026-01-01', 'NĐ 293/2025/NĐ-CP'),
    (3, 4140000, '2026-01-01', 'NĐ 293/2025/NĐ-CP'), (4, 3700000, '2026-01-01', 'NĐ 293/2025/NĐ-CP')`,
  // twenty times the reference level
  `insert into si_cap (amount, valid_from, valid_to, source) values
    (46800000, '2024-07-01', '2026-06-01', '20 × 2.340.000'), (50600000, '2026-07-01', null, '20 × 2.530.000')`,
  // men 60 years and 3 months in 2021, 3 months more each year until 62 years; women 55 and 4, 4 more, until 60
  `insert into retirement_age (gender, months, valid_from, valid_to, source)
    select gender, least(first + step * (year - 2021), last), make_date(year, 1, 1),
      case when year < 2035 then make_date(year, 12, 1) end, 'NĐ 135/2020/NĐ-CP'
    from (values ('MALE', 723, 3, 744), ('FEMALE', 664, 4, 720)) as course(gender, first, step, last)
    cross join generate_series(2021, 2035) year`,
];
