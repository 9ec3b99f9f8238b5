import { answer, identity } from '@/api/clients';
import type { User } from '@/api/model';

export const resendInvitation = async (userId: string) =>
  (await answer(identity.POST('/api/partner/v1/users/{userId}/invitation', { params: { path: { userId } } }))) as User;
