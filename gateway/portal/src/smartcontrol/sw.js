// The service worker: the app's files are on the phone after the first start, all of one version, so that it starts without
// reception. The list is written at build time (build/service-worker.ts); jobs and commands are not its business. A new version
// is fetched while the old one works, and takes over when the app is opened the next time.
const VERSION = '__VERSION__';
const FILES = __FILES__;
const PAGE = '/smartcontrol/';
const CACHE = `smartcontrol-${VERSION}`;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([PAGE, ...FILES].map((file) => new Request(file, { cache: 'no-cache' })))),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith('smartcontrol-') && name !== CACHE).map((name) => caches.delete(name)),
        ),
      ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const file = request.mode === 'navigate' && pathname.startsWith(PAGE) ? PAGE : pathname;
  if (file !== PAGE && !FILES.includes(file)) return;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(file, { ignoreVary: true }))
      .then((kept) => kept ?? fetch(request)),
  );
});
