import { redraw } from './redraw.js'

let waitingWorker: ServiceWorker | null = null

/** Whether a new version of the app is on this device, and waits until nobody uses the old one. */
export function updateWaits(): boolean {
  return waitingWorker !== null
}

/** Opens the new version in place of this one, in all tabs. */
export function takeUpdate(): void {
  waitingWorker?.postMessage('take over')
}

/** Makes the app open without a network, and notices new versions. Where a browser forbids it, the app needs the network. */
export async function registerWorker(): Promise<void> {
  const registration = await register()
  if (!registration) return
  noteWaiting(registration)
  followTakeover(registration.active !== null)
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

/** A new version drops the files of the one before, so every tab goes with it; the first version replaces none. */
function followTakeover(hasFormer: boolean): void {
  let isReplaced = hasFormer
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isReplaced) location.reload()
    isReplaced = true
  })
}

function noteWaiting({ waiting, active }: ServiceWorkerRegistration): void {
  // the first version waits for nobody
  waitingWorker = active ? waiting : null
  redraw()
}
