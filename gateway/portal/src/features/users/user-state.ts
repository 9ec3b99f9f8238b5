import type { User } from '@/api/model';

export type ShownState = User['state'] | 'EXPIRED';

/** Expiry comes with time, not with a change on the server, so it is judged here as well. */
export function stateOf(user: User, now: Date): ShownState {
  if (user.state !== 'INVITED') return user.state;
  const expired = user.invitation && (user.invitation.expired || new Date(user.invitation.expiresAt) <= now);
  return expired ? 'EXPIRED' : 'INVITED';
}

export const isLastAdmin = (user: User, users: User[]) =>
  user.role === 'ADMIN' &&
  user.state === 'ACTIVE' &&
  !users.some((other) => other.userId !== user.userId && other.role === 'ADMIN' && other.state === 'ACTIVE');

/** The three usual reasons why a technician sees no jobs or cannot log in, as far as the list of users shows them. */
export function diagnose(users: User[], now: Date) {
  const technicians = users.filter(({ role, state }) => role === 'TECHNICIAN' && state !== 'REMOVED');
  return {
    anyTechnician: technicians.length > 0,
    notAccepted: technicians
      .filter(({ state }) => state === 'INVITED')
      .map((user) => ({ user, expired: stateOf(user, now) === 'EXPIRED' })),
    rightAddresses: technicians.filter(({ state }) => state === 'ACTIVE'),
    admins: users.filter(({ role, state }) => role === 'ADMIN' && state === 'ACTIVE'),
  };
}
