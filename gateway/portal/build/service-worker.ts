import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

const ENTRY = 'smartcontrol/index.html';
/** What the page names, but no script imports. */
const BESIDES = ['/smartcontrol/manifest.webmanifest', '/smartcontrol/icon.svg', '/smartcontrol/icon-192.png'];

/** Writes SmartControl's service worker with the list of all files that the app can ever ask for. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle[ENTRY];
        if (page?.type !== 'asset') throw new Error(`There is no ${ENTRY}`);
        const start = Object.keys(bundle).filter((name) => /start-[^/]*\.js$/.test(name));
        const files = [...filesOf(bundle), ...start].map((name) => `/${name}`).sort();
        const source = readFileSync(new URL('../src/smartcontrol/sw.js', import.meta.url), 'utf8');
        const version = createHash('sha256')
          .update(source)
          .update(page.source)
          .update(JSON.stringify(files))
          .digest('hex')
          .slice(0, 12);
        this.emitFile({
          type: 'asset',
          fileName: 'smartcontrol/sw.js',
          source: source
            .replace('__VERSION__', version)
            .replace('__FILES__', JSON.stringify([...files, ...BESIDES], null, 2)),
        });
      },
    },
  };
}

function filesOf(bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>();
  const collect = (name: string) => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== 'chunk') return;
    found.add(name);
    const { importedCss, importedAssets } = chunk.viteMetadata ?? {};
    for (const each of [...(importedCss ?? []), ...(importedAssets ?? [])]) found.add(each);
    [...chunk.imports, ...chunk.dynamicImports].forEach(collect);
  };
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === 'chunk' && file.facadeModuleId?.endsWith(ENTRY)) collect(name);
  }
  return found;
}
