import { expect, it } from 'vitest';
import type { ConnectionState, FleetConnection } from '@/api/model';
import { chosenGroup, groupNames, groups, isIn } from './groups';

const inState = (state: ConnectionState) => ({ state }) as FleetConnection;
const states: ConnectionState[] = ['PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'DELETED'];

it('shows every state in exactly one group', () => {
  expect(groupNames.flatMap((name) => [...groups[name]]).sort()).toEqual([...states].sort());
  expect(isIn('ENDED')(inState('WITHDRAWN'))).toBe(true);
});

it('opens with what waits, else with what is connected', () => {
  expect(chosenGroup(null, [inState('ACCEPTED'), inState('PENDING')])).toBe('PENDING');
  expect(chosenGroup(null, [inState('ACCEPTED'), inState('EXPIRED')])).toBe('ACCEPTED');
  expect(chosenGroup(null, [])).toBe('PENDING');
});

it('follows the address, unless it names no group', () => {
  expect(chosenGroup('declined', [])).toBe('DECLINED');
  expect(chosenGroup('nonsense', [inState('ACCEPTED')])).toBe('ACCEPTED');
});
