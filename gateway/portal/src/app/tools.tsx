import { Menu, useMantineColorScheme } from '@mantine/core';
import { Check, Languages, Monitor, Moon, Sun } from 'lucide-react';
import { useSpeech } from '@/i18n';
import css from './frame.module.css';

const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

export function LanguageMenu() {
  const { t, language, choose } = useSpeech();
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={css.tool} aria-label={`${t.header.language}: ${language.toUpperCase()}`}>
          <Languages size={20} aria-hidden />
          <span aria-hidden>{language.toUpperCase()}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['en', 'de'] as const).map((each) => (
          <Menu.RadioItem
            key={each}
            lang={each}
            value={each}
            checked={each === language}
            checkIcon={<Check size={16} aria-hidden />}
            onChange={() => choose(each)}
          >
            {LANGUAGES[each]}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const schemes = { auto: Monitor, light: Sun, dark: Moon };

export function SchemeMenu() {
  const { t } = useSpeech();
  // Without keepTransitions Mantine writes a style element for a moment, which the Content-Security-Policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const Current = schemes[colorScheme];
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={css.tool} aria-label={`${t.header.appearance}: ${t.header[colorScheme]}`}>
          <Current size={20} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['auto', 'light', 'dark'] as const).map((each) => {
          const Icon = schemes[each];
          return (
            <Menu.RadioItem
              key={each}
              value={each}
              checked={each === colorScheme}
              checkIcon={<Check size={16} aria-hidden />}
              rightSection={<Icon size={16} aria-hidden />}
              onChange={() => setColorScheme(each)}
            >
              {t.header[each]}
            </Menu.RadioItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
