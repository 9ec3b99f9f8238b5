import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { serviceWorker } from './build/service-worker.ts';
import { startScript } from './build/start-script.ts';
import { themeVariables } from './build/theme-variables.ts';

export default defineConfig({
  plugins: [react(), themeVariables(), startScript(), serviceWorker()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // Everything is a file of its own: the gateway's Content-Security-Policy allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'smartcontrol/index.html'],
      output: {
        // A few files that stay in the browser's cache from one version of the portal to the next, instead of dozens of small ones.
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|openapi-fetch)\//,
              priority: 2,
            },
            {
              name: 'controls',
              test: /node_modules\/(@mantine|@floating-ui|clsx|react-remove-scroll|react-style-singleton|aria-hidden|lucide-react)\//,
              priority: 1,
            },
            { name: 'shared', test: /src\/(components|session|lib|api|i18n\/(index|formats))/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/oauth2', '/login', '/logout'].map((path) => [path, process.env.GATEWAY ?? 'http://127.0.0.1:8090']),
    ),
  },
});
