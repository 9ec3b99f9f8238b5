import { useSpeech } from '@/i18n';
import { NO_ACCESS } from '../work/refusal';
import { de } from './de';
import { en, type Words } from './en';

const dictionaries = { en, de };

/** The app's own words; both languages are on the phone, since a change of language must work without reception. */
export const useAppWords = (): Words => dictionaries[useSpeech().language];

/** Why somebody sees no jobs, and what to do about it. */
export const noAccessWords = ({ noAccess }: Words, slug: string) =>
  noAccess.because[NO_ACCESS.find((each) => each === slug) ?? NO_ACCESS[0]];
