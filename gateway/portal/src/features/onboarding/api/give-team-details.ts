import { answer, partners } from '@/api/clients';
import type { Partner } from '@/api/model';

export async function giveTeamDetails(body: { teamName: string; teamEmail: string }) {
  return (await answer(partners.PUT('/api/partner/v1/partner/onboarding/team-details', { body }))) as Partner;
}
