declare module 'virtual:theme-variables.css';
declare module '@fontsource-variable/figtree';

interface ImportMetaEnv {
  readonly VITE_SMARTCONTROL_URL?: string;
}
