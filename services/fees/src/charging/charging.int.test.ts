import { randomUUID } from 'node:crypto';
import { contractBreaches } from '@dang/events/contract';
import { DuesStandingChanged } from '@dang/events/contracts/fees/dues-standing-changed';
import { type Envelope, makeEnvelope } from '@dang/events/envelope';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { heard, type Letter, openFees, sentAnew, type Transfer, units } from '../../test/fees-stage.ts';
import { chargeMonth } from '../charge/charge-month.ts';
import { definition } from '../definition.ts';

let fees: Awaited<ReturnType<typeof openFees>>;
let member: string;
let letter: Letter;
let transfer: Transfer;

beforeAll(async () => {
  fees = await openFees();
});
afterAll(() => fees.close());
beforeEach(async () => {
  // Runs hold for everybody; a test has its own.
  await fees.em().execute('truncate charge_run');
  member = randomUUID();
  const transferId = randomUUID();
  letter = { transferId, letterId: randomUUID(), duesPaidThrough: '2026-08' };
  // T73: the letter is of 08/2026, the admission of 20/09/2026.
  transfer = {
    transferId,
    destinationBranchId: units.branch21,
    duesPaidThrough: '2026-08',
    completedOn: '2026-09-20',
  };
});

const register = () => fees.hear(heard.approved(member, units.branch1, '60000', '2026-08'));

test.each(definition.reactions.map((reaction) => [reaction.name, reaction.event] as const))(
  '%s understands what its contract promises',
  async (_name, contract) => {
    await fees.hear(
      makeEnvelope(contract, { aggregateId: randomUUID(), data: contract.example }, { province: 't' }),
    );
  },
);

describe('AccountApproved', () => {
  test('the branch charges the approved rate from the declared month on, and nothing is owed before', async () => {
    await fees.published();
    await register();
    expect(await fees.chargings(member)).toEqual(['branch1 2026-08..']);
    expect(await fees.charges(member)).toEqual([]);
    const [told, ...more] = await fees.published();
    expect(more).toEqual([]);
    expect(contractBreaches(DuesStandingChanged, told?.data)).toEqual([]);
    expect(told?.data).toEqual({
      standings: [
        { memberId: member, version: 1, paidThrough: '2026-07', openMonths: [], chargedBy: units.branch1 },
      ],
    });
    const rates = await fees
      .em()
      .execute(
        'select monthly_amount, status, approved_by_title, approved_on from dues_rate where member_id = ?',
        [member],
      );
    expect(rates).toEqual([
      {
        monthly_amount: '60000',
        status: 'APPROVED',
        approved_by_title: 'Bí thư chi bộ',
        approved_on: '2026-07-06',
      },
    ]);
  });

  test('a second registration changes neither the rate nor who charges', async () => {
    await register();
    await fees.hear(heard.approved(member, units.branch2, '90000', '2026-10'));
    expect(await fees.chargings(member)).toEqual(['branch1 2026-08..']);
    const rates = await fees
      .em()
      .execute('select monthly_amount from dues_rate where member_id = ?', [member]);
    expect(rates).toEqual([{ monthly_amount: '60000' }]);
  });

  test('a registration without dues says nothing about dues', async () => {
    await fees.hear(heard.approved(member, units.branch1, null, null));
    expect(await fees.standing(member)).toBeNull();
  });

  test('a registration with dues of 0 is charged nothing', async () => {
    await fees.hear(heard.approved(member, units.branch1, '0', '2026-08'));
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-07', chargedBy: 'branch1' });
    await chargeMonth(fees.em(), '2027-05', units.committee);
    expect(await fees.charges(member)).toEqual([]);
  });

  test('months that the commune has already run are charged at once', async () => {
    await chargeMonth(fees.em(), '2026-03', units.branch22);
    await fees.hear(heard.approved(member, units.branch22, '60000', '2026-02'));
    expect(await fees.charges(member)).toEqual(['2026-03 branch22 60000 DRAFT']);
    expect(await fees.standing(member)).toEqual({
      paidThrough: '2026-01',
      openMonths: [],
      chargedBy: 'branch22',
      outstanding: '0',
    });
    await fees.announceThrough(member, '2026-03');
    expect(await fees.standing(member)).toMatchObject({ openMonths: ['2026-03'], outstanding: '60000' });
  });
});

describe('LetterIssued and LetterVoided', () => {
  test('the origin charges the month of the letter and none after it; paid through the letter, charged by nobody', async () => {
    await register();
    await fees.hear(heard.letter(member, letter));
    expect(await fees.chargings(member)).toEqual(['branch1 2026-08..2026-08']);
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-08', chargedBy: null });
  });

  test('a voided letter lets the origin charge again, also the month that was run meanwhile', async () => {
    await register();
    await fees.hear(heard.letter(member, letter));
    await chargeMonth(fees.em(), '2026-09', units.ward);
    expect(await fees.charges(member)).toEqual([]);
    await fees.hear(heard.voided(member, letter));
    expect(await fees.chargings(member)).toEqual(['branch1 2026-08..']);
    expect(await fees.charges(member)).toEqual(['2026-09 branch1 60000 DRAFT']);
    await fees.announceThrough(member, '2026-09');
    expect(await fees.standing(member)).toMatchObject({ chargedBy: 'branch1', openMonths: ['2026-09'] });
  });

  test('a letter heard after its own voiding stops nobody', async () => {
    await register();
    await fees.hear(heard.voided(member, letter), heard.letter(member, letter));
    expect(await fees.chargings(member)).toEqual(['branch1 2026-08..']);
  });
});

describe('TransferCompleted', () => {
  test('T73: the destination charges 09/2026 on, the origin has none after 08', async () => {
    await register();
    await fees.hear(heard.letter(member, letter));
    await fees.published();
    await fees.hear(heard.completed(member, transfer));
    expect(await fees.chargings(member)).toEqual(['branch1 2026-08..2026-08', 'branch21 2026-09..']);
    expect(await fees.charges(member)).toEqual(['2026-09 branch21 60000 DRAFT']);
    const told = await fees.published();
    expect(told.map(({ data }) => data)).toEqual([
      {
        standings: [
          {
            memberId: member,
            version: 3,
            paidThrough: '2026-08',
            openMonths: [],
            chargedBy: units.branch21,
          },
        ],
      },
    ]);
  });

  test('completed in the month of the letter: the destination charges from the next month, none is made yet', async () => {
    await register();
    await fees.hear(heard.completed(member, { ...transfer, completedOn: '2026-08-31' }));
    expect(await fees.chargings(member)).toEqual(['branch1 2026-08..2026-08', 'branch21 2026-09..']);
    expect(await fees.charges(member)).toEqual([]);
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-08', chargedBy: 'branch21' });
  });

  test('open charges after the letter go to the destination, paid ones stay where they were', async () => {
    await fees.hear(heard.approved(member, units.branch2, '75000', '2026-04'));
    for (const month of ['2026-04', '2026-05', '2026-06'])
      await chargeMonth(fees.em(), month, units.committee);
    await fees.payThrough(member, '2026-05');
    await fees.hear(
      heard.completed(member, { ...transfer, duesPaidThrough: '2026-04', completedOn: '2026-07-20' }),
    );
    expect(await fees.charges(member)).toEqual([
      '2026-04 branch2 75000 PAID',
      '2026-05 branch2 75000 PAID',
      '2026-06 branch21 75000 DRAFT',
      '2026-07 branch21 75000 DRAFT',
    ]);
    expect(await fees.standing(member)).toEqual({
      paidThrough: '2026-05',
      openMonths: [],
      chargedBy: 'branch21',
      outstanding: '0',
    });
    await fees.announceThrough(member, '2026-07');
    expect(await fees.standing(member)).toMatchObject({
      openMonths: ['2026-06', '2026-07'],
      outstanding: '150000',
    });
  });

  test('months that the destination has run between are charged as well, each once', async () => {
    await chargeMonth(fees.em(), '2026-11', units.otherWard);
    await register();
    await fees.hear(heard.completed(member, transfer));
    await chargeMonth(fees.em(), '2026-12', units.otherWard);
    await chargeMonth(fees.em(), '2026-12', units.ward);
    expect(await fees.charges(member)).toEqual([
      '2026-09 branch21 60000 DRAFT',
      '2026-11 branch21 60000 DRAFT',
      '2026-12 branch21 60000 DRAFT',
    ]);
  });

  test('a member of whom fees knew nothing is charged by the destination and paid through the letter', async () => {
    await fees.hear(heard.completed(member, transfer));
    expect(await fees.chargings(member)).toEqual(['branch21 2026-09..']);
    expect(await fees.standing(member)).toMatchObject({ paidThrough: '2026-08', chargedBy: 'branch21' });
  });
});

describe('whatever the order of arrival', () => {
  function* orders<Item>(items: readonly Item[]): Generator<Item[]> {
    if (items.length === 0) yield [];
    for (const [index, item] of items.entries()) {
      for (const rest of orders(items.toSpliced(index, 1))) yield [item, ...rest];
    }
  }

  const story = (of: string): Envelope[] => {
    const transferId = randomUUID();
    const first = { transferId, letterId: randomUUID(), duesPaidThrough: '2026-07' };
    const second = { transferId, letterId: randomUUID(), duesPaidThrough: '2026-08' };
    return [
      heard.approved(of, units.branch1, '60000', '2026-02'),
      heard.letter(of, first),
      heard.voided(of, first),
      heard.letter(of, second),
      heard.completed(of, { ...transfer, transferId }),
    ];
  };

  test('all 120 orders of registration, letter, voiding, new letter and admission end in one state', async () => {
    for (const month of ['2026-11', '2026-12']) await chargeMonth(fees.em(), month, units.otherWard);
    for (const order of orders([0, 1, 2, 3, 4])) {
      const of = randomUUID();
      const events = story(of);
      await fees.hear(...order.map((index) => events[index] as Envelope));
      const state = [await fees.chargings(of), await fees.charges(of), await fees.standing(of)];
      expect([order, ...state]).toEqual([
        order,
        ['branch1 2026-02..2026-08', 'branch21 2026-09..'],
        ['2026-09 branch21 60000 DRAFT', '2026-11 branch21 60000 DRAFT', '2026-12 branch21 60000 DRAFT'],
        {
          paidThrough: '2026-08',
          openMonths: [],
          chargedBy: 'branch21',
          outstanding: '0',
        },
      ]);
    }
  });

  test('a replay, with the same ids or sent anew, writes nothing and publishes nothing', async () => {
    const events = story(member);
    await fees.hear(...events);
    const before = [await fees.chargings(member), await fees.charges(member), await fees.standing(member)];
    await fees.published();
    await fees.hear(...events);
    await fees.hear(...events.map(sentAnew));
    await fees.hear(...events.map(sentAnew).reverse());
    expect([await fees.chargings(member), await fees.charges(member), await fees.standing(member)]).toEqual(
      before,
    );
    expect(await fees.published()).toEqual([]);
  });

  test('facts of one member heard at the same moment do not lose each other', async () => {
    await Promise.all(story(member).map((one) => fees.hear(one)));
    expect(await fees.chargings(member)).toEqual(['branch1 2026-02..2026-08', 'branch21 2026-09..']);
  });

  test('an admission and the run of its month at the same moment make one charge, by the destination', async () => {
    const month = '2027-02';
    await fees.hear(heard.approved(member, units.branch1, '60000', month));
    const moved = heard.completed(member, {
      ...transfer,
      duesPaidThrough: '2027-01',
      completedOn: '2027-02-03',
    });
    await Promise.all([
      chargeMonth(fees.em(), month, units.ward),
      fees.hear(moved),
      chargeMonth(fees.em(), month, units.otherWard),
    ]);
    expect(await fees.charges(member)).toEqual([`${month} branch21 60000 DRAFT`]);
  });
});
