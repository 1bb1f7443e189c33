import { redraw } from './redraw.js'

let waitingWorker: ServiceWorker | null = null

/** Whether a new version of the app is on this device, and waits until nobody uses the old one. */
export function updateWaits(): boolean {
  return waitingWorker !== null
}

/** Opens the new version in place of this one, in all tabs. */
export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waitingWorker?.postMessage('take over')
}

/** Makes the app open without a network, and notices new versions. Where a browser forbids it, the app needs the network. */
export async function registerWorker(): Promise<void> {
  const registration = await register()
  if (!registration) return
  noteWaiting(registration)
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => noteWaiting(registration))
  })
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker?.register('/app/service-worker.js', { scope: '/app/' })
  } catch {
    return undefined
  }
}

function noteWaiting({ waiting, active }: ServiceWorkerRegistration): void {
  // the first version waits for nobody
  waitingWorker = active ? waiting : null
  redraw()
}
