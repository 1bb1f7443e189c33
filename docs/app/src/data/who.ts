const key = 'calistheniq.account'

/**
 * The id of the athlete whose data this device keeps; null before somebody signs in. It outlives an
 * ended session, so that what waits is sent once the same person is back.
 */
export function athleteId(): string | null {
  return localStorage.getItem(key)
}

/** Opens the app anew as this athlete, or as nobody: nothing of the one before stays in memory. */
export function become(id: string | null): void {
  if (id === null) localStorage.removeItem(key)
  else localStorage.setItem(key, id)
  location.replace(location.pathname)
}
