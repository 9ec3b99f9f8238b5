import { use, type ComponentType } from 'react';

/**
 * A page whose code is loaded when it is needed, or before. React's own `lazy` shows the fallback even if the code is there, and a fallback
 * stays on the screen for 300 ms.
 */
export function lazyPage(load: () => Promise<{ default: ComponentType }>) {
  let loaded: ComponentType | undefined;
  let loading: Promise<ComponentType> | undefined;
  const preload = () => (loading ??= load().then((code) => (loaded = code.default)));
  function LazyPage() {
    const Page = loaded ?? use(preload());
    return <Page />;
  }
  return Object.assign(LazyPage, { preload });
}
