import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#eef7f8', '#d6ebee', '#aed6dc', '#82bfc9', '#5aa9b6', '#338c9b', '#187182', '#0b5c6b', '#094c59', '#063b46',
]; // prettier-ignore

const gray: MantineColorsTuple = [
  '#f5f8f8', '#ebf1f2', '#dce5e7', '#c6d3d6', '#a9babf', '#84979d', '#5c7178', '#4a6068', '#2e434a', '#14252b',
]; // prettier-ignore

const dark: MantineColorsTuple = [
  '#e6eff1', '#c7d6da', '#a3b8be', '#7f979e', '#3d5a64', '#274049', '#1d323a', '#15262d', '#0f1c21', '#0a1418',
]; // prettier-ignore

const red: MantineColorsTuple = [
  '#fdf0ee', '#fbdcd8', '#f6b5ad', '#f08d82', '#e96a5d', '#d94a3c', '#c4362a', '#a92a20', '#8c1d18', '#6e1410',
]; // prettier-ignore

export const theme = createTheme({
  colors: { petrol, gray, dark, red },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  // Fillings are dark in the light scheme and light in the dark one, which Mantine's own contrast does not tell apart.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colors, color: 'var(--on-filled)' } : colors;
  },
  black: '#14252b',
  white: '#ffffff',
  fontFamily: "'Figtree Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  radius: { sm: '0.375rem', md: '0.5rem', lg: '0.75rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    ModalRoot: {
      // The lock of react-remove-scroll writes a style element, which the Content-Security-Policy forbids; base.css locks.
      defaultProps: { centered: true, lockScroll: false, radius: 'lg', transitionProps: { duration: 120 } },
    },
    // Beside what opened it, so that it belongs to the same landmark.
    Menu: {
      defaultProps: {
        withinPortal: false,
        withInitialFocusPlaceholder: false,
        shadow: 'md',
        position: 'bottom-end',
        transitionProps: { duration: 80 },
      },
    },
  },
});

/** What the standard variables of Mantine are replaced by, and our own; see base.css for their use. */
export function variables() {
  return {
    variables: { '--header': '#083d48', '--header-ink': '#ffffff', '--header-quiet': '#b9d9df' },
    light: {
      '--on-filled': '#ffffff',
      '--ground': '#f4f7f8',
      '--paper': '#ffffff',
      '--sunken': '#eef3f4',
      '--line': '#d9e2e5',
      '--ink': '#14252b',
      '--quiet': '#4c626a',
      '--accent': '#0b5c6b',
      '--accent-ground': '#e3f1f3',
      '--focus': '#c77700',
      '--waiting': '#6b4500',
      '--waiting-ground': '#fdf0d0',
      '--good': '#14532d',
      '--good-ground': '#dcf1e3',
      '--bad': '#8c1d18',
      '--bad-ground': '#fdecea',
      '--active': '#123f73',
      '--active-ground': '#dfebf9',
      '--over': '#3d5259',
      '--over-ground': '#e6ecee',
      '--shadow': '0 1px 2px rgb(20 37 43 / 6%), 0 4px 16px rgb(20 37 43 / 4%)',
      '--mantine-color-body': 'var(--paper)',
      '--mantine-color-text': 'var(--ink)',
      '--mantine-color-dimmed': 'var(--quiet)',
      '--mantine-color-error': '#a92a20',
      '--mantine-color-placeholder': '#5c7178',
      '--mantine-color-default-border': '#a9babf',
      '--mantine-color-anchor': 'var(--accent)',
    },
    dark: {
      '--on-filled': '#0a1418',
      '--mantine-color-red-filled-hover': '#f08d82',
      '--header': '#0b2a32',
      '--ground': '#0f1c21',
      '--paper': '#15262d',
      '--sunken': '#122127',
      '--line': '#2a4149',
      '--ink': '#e6eff1',
      '--quiet': '#a3b8be',
      '--accent': '#7cc3cf',
      '--accent-ground': '#17383f',
      '--focus': '#f2b33d',
      '--waiting': '#f6cf84',
      '--waiting-ground': '#3c2f10',
      '--good': '#9ee0b5',
      '--good-ground': '#143626',
      '--bad': '#ffb4ab',
      '--bad-ground': '#441d1a',
      '--active': '#a9cdf7',
      '--active-ground': '#17314f',
      '--over': '#b6c8cd',
      '--over-ground': '#24373e',
      '--shadow': '0 1px 2px rgb(0 0 0 / 30%)',
      '--mantine-color-body': 'var(--paper)',
      '--mantine-color-text': 'var(--ink)',
      '--mantine-color-dimmed': 'var(--quiet)',
      '--mantine-color-error': '#ffb4ab',
      '--mantine-color-placeholder': '#8ba2a9',
      '--mantine-color-default': '#1a2e36',
      '--mantine-color-default-hover': '#21383f',
      '--mantine-color-default-border': '#4c6a74',
      '--mantine-color-anchor': 'var(--accent)',
    },
  };
}
