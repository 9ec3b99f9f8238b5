import { answer, identity } from '@/api/clients';
import type { OwnAccount } from '@/api/model';

export async function changeOwnName(body: { firstName: string; lastName: string }) {
  return (await answer(identity.PUT('/api/partner/v1/me', { body }))) as OwnAccount;
}
