import { answer, partners } from '@/api/clients';
import type { Language, Partner } from '@/api/model';

export interface Signature {
  version: string;
  language: Language;
  documentHash: string;
  companyName: string;
  street: string;
  zipCity: string;
  representative: string;
  agreed: true;
}

export async function signNda(body: Signature) {
  return (await answer(partners.POST('/api/partner/v1/partner/nda/signature', { body }))) as Partner;
}
