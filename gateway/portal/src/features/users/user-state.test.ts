import { describe, expect, it } from 'vitest';
import type { User } from '@/api/model';
import { diagnose, isLastAdmin, stateOf } from './user-state';

const now = new Date('2026-11-24T12:00:00Z');
const user = (userId: string, role: User['role'], state: User['state'], expiresAt?: string): User => ({
  userId,
  email: `${userId}@team.example`,
  role,
  state,
  you: false,
  invitation: expiresAt ? { expiresAt, expired: false, invitedAt: '2026-11-17T12:00:00Z' } : undefined,
});
const alice = user('alice', 'ADMIN', 'ACTIVE');
const tom = user('tom', 'TECHNICIAN', 'ACTIVE');
const open = user('open', 'TECHNICIAN', 'INVITED', '2026-11-25T12:00:00Z');
const late = user('late', 'TECHNICIAN', 'INVITED', '2026-11-24T11:59:59Z');

it('sees an invitation expire while the page is open', () => {
  expect(stateOf(open, now)).toBe('INVITED');
  expect(stateOf(late, now)).toBe('EXPIRED');
});

describe('the last admin', () => {
  it('is the only active one', () => {
    expect(isLastAdmin(alice, [alice, tom, user('eve', 'ADMIN', 'INVITED'), user('joe', 'ADMIN', 'REMOVED')])).toBe(
      true,
    );
    expect(isLastAdmin(alice, [alice, user('eve', 'ADMIN', 'ACTIVE')])).toBe(false);
    expect(isLastAdmin(tom, [tom])).toBe(false);
  });
});

describe('the help for technicians', () => {
  it('finds open and expired invitations, the right addresses, and the accounts that are the wrong ones', () => {
    const found = diagnose([alice, tom, open, late, user('gone', 'TECHNICIAN', 'REMOVED')], now);
    expect(found.notAccepted.map(({ user: { userId }, expired }) => [userId, expired])).toEqual([
      ['open', false],
      ['late', true],
    ]);
    expect(found.rightAddresses).toEqual([tom]);
    expect(found.admins).toEqual([alice]);
  });

  it('says when there is no technician at all', () => {
    expect(diagnose([alice], now).anyTechnician).toBe(false);
  });
});
