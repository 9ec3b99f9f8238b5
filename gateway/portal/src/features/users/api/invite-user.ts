import { answer, identity } from '@/api/clients';
import type { Language, Role, User } from '@/api/model';

export interface NewUser {
  firstName: string;
  lastName: string;
  email: string;
  role: Role;
  language: Language;
}

export const inviteUser = async (body: NewUser) =>
  (await answer(identity.POST('/api/partner/v1/users', { body }))) as User;
