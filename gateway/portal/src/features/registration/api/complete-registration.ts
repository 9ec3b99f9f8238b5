import { answer, identity } from '@/api/clients';
import type { Language, Registered } from '@/api/model';

export async function completeRegistration(body: { token: string; password: string; language: Language }) {
  return (await answer(identity.POST('/api/public/v1/registration/complete', { body }))) as Registered;
}
