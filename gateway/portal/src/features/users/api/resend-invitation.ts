import { answer, identity } from '@/api/clients';

export const resendInvitation = (userId: string) =>
  answer(identity.POST('/api/partner/v1/users/{userId}/invitation', { params: { path: { userId } } }));
