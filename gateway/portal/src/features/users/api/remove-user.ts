import { answer, identity } from '@/api/clients';

export const removeUser = (userId: string) =>
  answer(identity.DELETE('/api/partner/v1/users/{userId}', { params: { path: { userId } } }));
