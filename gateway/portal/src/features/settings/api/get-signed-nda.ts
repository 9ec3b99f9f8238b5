import { answer, partners } from '@/api/clients';

export async function getSignedNda() {
  return await answer(partners.GET('/api/partner/v1/partner/nda/signed', { parseAs: 'blob' }));
}
