import { useState } from 'react';
import { usePhone } from '../phone/phone';

/** What is filled in but not sent is on the phone too: a call, or the camera, may close the app. */
export function useDraft<T extends Record<string, string>>(key: string, empty: T) {
  const { store } = usePhone();
  const [fields, setFields] = useState<T>(() => ({ ...empty, ...store.snapshot().drafts.get(key) }));
  const change = (changes: Partial<T>) => {
    const next = { ...fields, ...changes };
    setFields(next);
    void store.draft(key, next);
  };
  return [fields, change] as const;
}
