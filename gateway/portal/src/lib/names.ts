/** A person's name, or the address as long as there is none. */
export function fullName(person: { firstName?: string; lastName?: string; email?: string } | undefined) {
  const name = [person?.firstName, person?.lastName].filter(Boolean).join(' ');
  return name || person?.email || '';
}

export function initials(name: string) {
  const words = name.split(/[\s@.]+/).filter(Boolean);
  return [words[0], words.length > 1 && !name.includes('@') ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0) ?? '')
    .join('')
    .toUpperCase();
}
