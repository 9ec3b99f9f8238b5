import type { Plugin } from 'vite';

const NAME = 'virtual:theme-variables.css';
const RESOLVED = `\0${NAME}`;

/**
 * Mantine writes the theme's CSS variables into a style element at run time, which the Content-Security-Policy forbids.
 * This writes the same variables into a style sheet at build time.
 */
export function themeVariables(): Plugin {
  return {
    name: 'theme-variables',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const { convertCssVariables, defaultCssVariablesResolver, DEFAULT_THEME, mergeMantineTheme } =
        await import('@mantine/core');
      const { theme, variables } = await import('../src/theme/theme.ts');
      const merged = mergeMantineTheme(DEFAULT_THEME, theme);
      const standard = defaultCssVariablesResolver(merged);
      const own = variables();
      return convertCssVariables(
        {
          variables: { ...standard.variables, ...own.variables },
          light: { ...standard.light, ...own.light },
          dark: { ...standard.dark, ...own.dark },
        },
        ':root',
      );
    },
  };
}
