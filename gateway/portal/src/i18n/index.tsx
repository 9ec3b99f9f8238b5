import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { speak } from '@/api/http';
import type { Language } from '@/api/model';
import { forever } from '@/lib/storage';
import { formatsFor, type Formats } from './formats';
import type { Words } from './en';

interface Speech {
  language: Language;
  choose: (language: Language) => void;
  t: Words;
  formats: Formats;
}

const SpeechContext = createContext<Speech | undefined>(undefined);
const KEY = 'portal.language';

const dictionaries: Record<Language, () => Promise<Words>> = {
  en: () => import('./en').then(({ en }) => en),
  de: () => import('./de').then(({ de }) => de),
};

/** The language that start.js has found: the reader's choice, else the first of the browser's that we speak. */
export const languageOfPage = (): Language => (document.documentElement.lang === 'de' ? 'de' : 'en');

export const load = (language: Language) => dictionaries[language]();

/** Only the dictionary in use is loaded. */
export function SpeechProvider({
  initial,
  children,
}: {
  initial: { language: Language; t: Words };
  children: ReactNode;
}) {
  const [{ language, t }, setSpoken] = useState(initial);
  useEffect(() => {
    document.documentElement.lang = language;
    speak(language);
  }, [language]);
  const choose = useCallback((next: Language) => {
    forever.set(KEY, next);
    void load(next).then((words) => {
      speak(next);
      setSpoken({ language: next, t: words });
    });
  }, []);
  const value = useMemo(() => ({ language, choose, t, formats: formatsFor(language, t) }), [language, choose, t]);
  return <SpeechContext value={value}>{children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('There is no SpeechProvider around this component');
  return speech;
}

export const useWords = () => useSpeech().t;
export const useFormats = () => useSpeech().formats;
