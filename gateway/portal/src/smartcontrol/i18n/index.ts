import { useSpeech } from '@/i18n';
import { de } from './de';
import { en, type Words } from './en';

const dictionaries = { en, de };

/** The app's own words; both languages are on the phone, since a change of language must work without reception. */
export const useAppWords = (): Words => dictionaries[useSpeech().language];
