import './theme/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speak } from './api/http';
import { App } from './app/app';
import { preloadPage } from './app/routes';
import { languageOfPage, load } from './i18n';

preloadPage(location.pathname);
const language = languageOfPage();
speak(language);
const t = await load(language);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App speech={{ language, t }} />
  </StrictMode>,
);
