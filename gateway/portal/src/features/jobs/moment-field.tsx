import { TextInput } from '@mantine/core';
import { useWords } from '@/i18n';

/** A moment as the field for a date and time wants it: local, to the second. */
export const inField = (moment: Date) =>
  new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);

/** The moment that a field names, ISO 8601; nothing if it names none. */
export function momentIn(field: string) {
  const moment = new Date(field);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

export function MomentField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { visibility } = useWords().jobs;
  return (
    <TextInput
      type="datetime-local"
      step={1}
      label={visibility.moment}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      required
      withAsterisk={false}
    />
  );
}
