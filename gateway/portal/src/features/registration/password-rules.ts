import type { PasswordRule } from '@/api/model';
import type { Words } from '@/i18n/en';

export interface Rule {
  words: string;
  met: (password: string) => boolean;
}

const count = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;

/** The rules of Keycloak that can be judged here; the others are for Keycloak alone. Most passwords never meet the upper limit. */
export function judgeable(rules: PasswordRule[] | undefined, email: string, t: Words): Rule[] {
  const words = t.registration.rule;
  return (rules ?? []).flatMap(({ rule, value = 1 }): Rule[] => {
    switch (rule) {
      case 'length':
        return [{ words: words.length(value), met: (password) => password.length >= value }];
      case 'digits':
        return [{ words: words.digits(value), met: (password) => count(password, /\d/g) >= value }];
      case 'lowerCase':
        return [{ words: words.lowerCase(value), met: (password) => count(password, /\p{Ll}/gu) >= value }];
      case 'upperCase':
        return [{ words: words.upperCase(value), met: (password) => count(password, /\p{Lu}/gu) >= value }];
      case 'specialChars':
        return [{ words: words.specialChars(value), met: (password) => count(password, /[^\p{L}\p{N}]/gu) >= value }];
      case 'notEmail':
        return [
          {
            words: words.notEmail(),
            met: (password) => password !== '' && password.toLowerCase() !== email.toLowerCase(),
          },
        ];
      default:
        return [];
    }
  });
}
