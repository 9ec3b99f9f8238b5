import { answer, identity } from '@/api/clients';
import type { Language, Role } from '@/api/model';

export interface NewUser {
  firstName: string;
  lastName: string;
  email: string;
  role: Role;
  language: Language;
}

export const inviteUser = (body: NewUser) => answer(identity.POST('/api/partner/v1/users', { body }));
