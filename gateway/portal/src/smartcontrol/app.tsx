import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { useEffect, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import type { Language } from '@/api/model';
import { SpeechProvider } from '@/i18n';
import type { Words } from '@/i18n/en';
import { theme } from '@/theme/theme';
import { AccountPage } from './pages/account-page';
import { CallbackPage } from './pages/callback-page';
import { JobPage } from './pages/job-page';
import { ListPage } from './pages/list-page';
import { NoAccessPage } from './pages/no-access-page';
import { SignInPage } from './pages/sign-in-page';
import { SyncPage } from './pages/sync-page';
import { Frame } from './parts/frame';
import type { Kept } from './phone/database';
import { PhoneProvider, usePhone, useSnapshot, type Phone } from './phone/phone';
import type { Store } from './phone/store';
import { Line } from './session/line';
import { Session } from './session/session';
import { settingsOf } from './session/settings';
import { Engine } from './sync/engine';

const HOME = '/smartcontrol/';
const scheme = localStorageColorSchemeManager({ key: 'portal.scheme' });

function equip(store: Store, settings: Kept['settings']): Phone {
  const session = new Session(store, settings, new URL(HOME, location.origin).href);
  const line = new Line(session, store);
  return { store, session, line, engine: new Engine(store, line) };
}

export function App({
  speech,
  store,
  settings,
}: {
  speech: { language: Language; t: Words };
  store: Store;
  settings: Kept['settings'] | undefined;
}) {
  const [phone, setPhone] = useState(() => settings && equip(store, settings));
  const askAgain = async () => {
    const found = await settingsOf(store);
    if (found) setPhone(equip(store, found));
  };
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={scheme}
      defaultColorScheme="auto"
      // Both would write style elements, which the Content-Security-Policy forbids; the variables come as a style sheet.
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <SpeechProvider initial={speech}>
        <BrowserRouter basename={HOME}>
          {phone ? (
            <PhoneProvider phone={phone}>
              <Pages />
            </PhoneProvider>
          ) : (
            <SignInPage onRetry={askAgain} />
          )}
        </BrowserRouter>
      </SpeechProvider>
    </MantineProvider>
  );
}

function Pages() {
  const { owner } = useSnapshot();
  return (
    <Routes>
      <Route path="callback" element={<CallbackPage />} />
      <Route path="*" element={owner ? <SignedIn key={owner.userId} userId={owner.userId} /> : <SignInPage />} />
    </Routes>
  );
}

function SignedIn({ userId }: { userId: string }) {
  const { engine } = usePhone();
  const { noAccess } = useSnapshot();
  useEffect(() => engine.start(userId), [engine, userId]);
  return (
    <Frame>
      {noAccess ? (
        <NoAccessPage reason={noAccess} />
      ) : (
        <Routes>
          <Route index element={<ListPage />} />
          <Route path="jobs/:jobId" element={<JobPage />} />
          <Route path="sync" element={<SyncPage />} />
          <Route path="account" element={<AccountPage />} />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Routes>
      )}
    </Frame>
  );
}
