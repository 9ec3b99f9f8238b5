import { http } from '@/api/http';

/** The answer is the same whether a new link was sent or not: it tells nobody who is invited. */
export async function askForNewLink(token: string) {
  await http('/api/public/v1/registration/resend', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  });
}
