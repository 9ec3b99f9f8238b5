import './theme/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speak } from './api/http';
import { App } from './app/app';
import { languageOfPage, load } from './i18n';

const language = languageOfPage();
speak(language);
const t = await load(language);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App speech={{ language, t }} />
  </StrictMode>,
);
