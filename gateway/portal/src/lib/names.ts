/** A person's name, or the address as long as there is none. */
export function fullName(person: { firstName?: string; lastName?: string; email?: string } | undefined) {
  const name = [person?.firstName, person?.lastName].filter(Boolean).join(' ');
  return name || person?.email || '';
}

/** The same for reading: where there is no name, a word says why. */
export function nameIn(
  { common }: { common: { unknown: string; erasedPerson: string } },
  person: { firstName?: string; lastName?: string; erased?: boolean } | undefined,
) {
  return fullName(person) || (person?.erased ? common.erasedPerson : common.unknown);
}

export function initials(name: string) {
  const words = name.split(/[\s@.]+/).filter(Boolean);
  return [words[0], words.length > 1 && !name.includes('@') ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0) ?? '')
    .join('')
    .toUpperCase();
}
