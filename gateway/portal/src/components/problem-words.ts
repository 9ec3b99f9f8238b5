import type { Language } from '@/api/model';
import type { Problem } from '@/api/problem';
import type { Words } from '@/i18n/en';

export interface ProblemWords {
  title: string;
  detail?: string;
  advice?: string;
  /** Of detail and advice, if it is not the reader's. */
  language?: 'en';
}

/**
 * The services word their refusals in English, with the names of this very case; the portal's own words stand in where the
 * reader speaks another language, or where a problem has no words of its own.
 */
export function wordsOf(problem: Problem, language: Language, t: Words): ProblemWords {
  const ours = t.problems.bySlug[problem.slug];
  const theirs = { title: problem.title, detail: problem.detail, advice: problem.advice };
  if (language === 'en') {
    return {
      title: theirs.title ?? ours?.title ?? t.problems.title,
      detail: theirs.detail ?? ours?.detail,
      advice: theirs.advice ?? ours?.advice,
    };
  }
  if (ours) return { title: ours.title ?? t.problems.title, detail: ours.detail, advice: ours.advice };
  return { title: t.problems.title, detail: theirs.detail ?? theirs.title, advice: theirs.advice, language: 'en' };
}
