import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter } from 'react-router';
import { asProblem } from '@/api/problem';
import type { Language } from '@/api/model';
import { Toasts } from '@/components/toasts';
import { SpeechProvider } from '@/i18n';
import type { Words } from '@/i18n/en';
import { theme } from '@/theme/theme';
import { Broken } from './broken';
import { AllRoutes } from './routes';
import { SessionEnded } from './session-ended';

const scheme = localStorageColorSchemeManager({ key: 'portal.scheme' });
const RETRIES = 2;

/** What is refused stays refused; only what nobody answered is asked again. */
const retry = (failures: number, error: unknown) => {
  const { status } = asProblem(error);
  return failures < RETRIES && (status === 0 || status >= 500);
};

export function App({ speech }: { speech: { language: Language; t: Words } }) {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry, staleTime: 5_000 }, mutations: { retry: false } } }),
  );
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
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <Broken>
              <Toasts>
                <AllRoutes />
                <SessionEnded />
              </Toasts>
            </Broken>
          </BrowserRouter>
        </QueryClientProvider>
      </SpeechProvider>
    </MantineProvider>
  );
}
