import { answer, identity } from '@/api/clients';

export const revokeInvitation = (userId: string) =>
  answer(identity.DELETE('/api/partner/v1/users/{userId}/invitation', { params: { path: { userId } } }));
