import { answer, partners } from '@/api/clients';
import type { Partner } from '@/api/model';

export async function givePersonalDetails(body: { firstName: string; lastName: string }) {
  return (await answer(partners.PUT('/api/partner/v1/partner/onboarding/personal-details', { body }))) as Partner;
}
