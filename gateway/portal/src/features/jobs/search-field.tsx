import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '@/i18n';

const PAUSE = 300;

/** Searches when the typing pauses, not at every letter. */
export function SearchField({ value, onSearch }: { value: string; onSearch: (value: string) => void }) {
  const { jobs } = useWords();
  const [typed, setTyped] = useState(value);
  const [before, setBefore] = useState(value);
  if (value !== before) {
    setBefore(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const search = useDebouncedCallback((words: string) => onSearch(words.trim()), PAUSE);
  return (
    <TextInput
      type="search"
      label={jobs.search}
      placeholder={jobs.searchHint}
      leftSection={<Search size={18} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
