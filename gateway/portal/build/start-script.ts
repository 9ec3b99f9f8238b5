import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Puts src/start.js into the head as a small file of its own that runs before the first paint. */
export function startScript(): Plugin {
  const source = () => readFileSync(new URL('../src/start.js', import.meta.url), 'utf8');
  let building = false;
  return {
    name: 'start-script',
    config: (_, { command }) => {
      building = command === 'build';
    },
    buildStart() {
      if (building) this.emitFile({ type: 'asset', name: 'start.js', source: source() });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((name) => /start-[^/]*\.js$/.test(name));
        const src = building ? `/${file}` : '/src/start.js';
        return { html, tags: [{ tag: 'script', attrs: { src }, injectTo: 'head-prepend' }] };
      },
    },
  };
}
