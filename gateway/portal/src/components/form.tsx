import type { UseFormReturnType } from '@mantine/form';
import { asProblem } from '@/api/problem';
import type { Words } from '@/i18n/en';
import css from './form.module.css';

export const formCss = css;

/** Something to be seen but not changed. */
export function Fixed({ name, value, hint }: { name: string; value: string; hint?: string }) {
  return (
    <dl className={css.fixed}>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {hint && <dd className={css.hint}>{hint}</dd>}
    </dl>
  );
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What the services check as well, said before anything is sent. */
export const checks = (t: Words) => ({
  text: (most: number) => (value: string) =>
    value.trim() === '' ? t.common.required : value.trim().length > most ? t.common.tooLong(most) : null,
  email: (value: string) =>
    value.trim() === ''
      ? t.common.required
      : !EMAIL.test(value.trim()) || value.trim().length > 254
        ? t.common.emailInvalid
        : null,
});

/** Shows the fields that a service refused at the fields; true if it named any that this form has. */
export function showAtFields<T extends Record<string, unknown>>(
  form: UseFormReturnType<T>,
  error: unknown,
  t: Words,
): boolean {
  const known = (asProblem(error).fields ?? []).filter(({ field }) => field in form.getValues());
  if (known.length === 0) return false;
  form.setErrors(Object.fromEntries(known.map(({ field, message }) => [field, t.common.refusedField(message)])));
  focusField(form, known[0]!.field);
  return true;
}

/** Leads to the first field that is not right. */
export function focusFirst<T extends Record<string, unknown>>(form: UseFormReturnType<T>) {
  return (errors: Record<string, unknown>) => focusField(form, Object.keys(errors)[0]);
}

function focusField<T extends Record<string, unknown>>(form: UseFormReturnType<T>, field: string | undefined) {
  if (field) form.getInputNode(field as never)?.focus();
}
