const worker = self as unknown as ServiceWorkerGlobalScope

/** Every file of the app, and what they are called together; the build writes both. */
declare const SHELL: { readonly version: string; readonly files: readonly string[] }

const name = `calistheniq-app-${SHELL.version}`

/** Keeps the whole app before it takes over, so that it opens without a network. */
worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll([...SHELL.files])))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropFormer().then(() => worker.clients.claim()))
})

/** The page asks for this once its person wants the new version. */
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting()
})

/** Answers with what is kept. The API is never answered from here: what is personal, the app keeps itself. */
worker.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== worker.location.origin) return
  const file = pathname === '/app' ? '/app/' : pathname
  if (SHELL.files.includes(file)) event.respondWith(kept(file, event.request))
})

async function kept(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(name)
  return (await cache.match(file)) ?? fetch(request)
}

async function dropFormer(): Promise<void> {
  const names = await caches.keys()
  const former = names.filter((other) => other.startsWith('calistheniq-app-') && other !== name)
  await Promise.all(former.map((other) => caches.delete(other)))
}

export {}
