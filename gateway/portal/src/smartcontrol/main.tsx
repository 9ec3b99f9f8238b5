import '../theme/styles';
import './parts/phone.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageOfPage, load } from '@/i18n';
import { App } from './app';
import { openDatabase } from './phone/database';
import { Store } from './phone/store';
import { settingsOf } from './session/settings';

const language = languageOfPage();
const [t, store] = await Promise.all([load(language), openDatabase().then((database) => Store.open(database))]);
const settings = await settingsOf(store);

// In development Vite serves the files; there is no list of them to keep.
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/smartcontrol/sw.js', { scope: '/smartcontrol/' });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App speech={{ language, t }} store={store} settings={settings} />
  </StrictMode>,
);
