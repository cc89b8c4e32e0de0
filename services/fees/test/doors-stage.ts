import { openTestDoors as openDoors } from '@dang/service/testing-side-doors';
import { doors } from '../src/doors/doors.ts';
import type { openFees } from './fees-stage.ts';

/** The side doors of fees on the database of a test. */
export const openTestDoors = (house: Awaited<ReturnType<typeof openFees>>) => openDoors(house, doors);
