import { forgetNotes } from './noted.js'

const key = 'calistheniq.account'

/**
 * The id of the athlete whose data this device keeps; null before somebody signs in. It outlives an
 * ended session, so that what waits is sent once the same person is back.
 */
export function athleteId(): string | null {
  return localStorage.getItem(key)
}

/** Notes whose data this device keeps, for when the app opens next. */
export function noteAthlete(id: string | null): void {
  if (id !== athleteId()) forgetNotes()
  if (id === null) localStorage.removeItem(key)
  else localStorage.setItem(key, id)
}

/** Opens the app anew: nothing of the one before stays in memory. */
export function openAnew(address = ''): void {
  history.replaceState(null, '', location.pathname + address)
  location.reload()
}

/** Opens the app anew as this athlete, or as nobody. */
export function become(id: string | null, address = ''): void {
  noteAthlete(id)
  openAnew(address)
}

/** Calls when somebody else signed in on this device, or nobody is left, in another tab. */
export function whenAthleteChanges(react: () => void): void {
  addEventListener('storage', (event) => {
    if (event.key === key) react()
  })
}
