import { answer, identity } from '@/api/clients';
import type { Role } from '@/api/model';

export const changeRole = (userId: string, role: Role) =>
  answer(identity.PUT('/api/partner/v1/users/{userId}/role', { params: { path: { userId } }, body: { role } }));
