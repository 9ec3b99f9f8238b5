import { answer, identity } from '@/api/clients';

/** The answer is the same whether a new link was sent or not: it tells nobody who is invited. */
export async function askForNewLink(token: string) {
  await answer(identity.POST('/api/public/v1/registration/resend', { body: { token } }));
}
