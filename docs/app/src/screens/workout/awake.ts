let lock: Promise<WakeLockSentinel> | undefined

/** Keeps the screen of the phone on while a workout runs, where the browser can; it lets go when the page is left. */
export function stayAwake(): void {
  if (lock || !('wakeLock' in navigator) || document.visibilityState !== 'visible') return
  lock = navigator.wakeLock.request('screen')
  lock.then(
    (sentinel) => sentinel.addEventListener('release', letGo, { once: true }),
    letGo, // an empty battery, or a browser that asks first: the workout goes on
  )
}

function letGo(): void {
  lock = undefined
}
