import { createClient, keyValueTokenStore, session } from '@calistheniq/client'
import { redraw } from '../shell/redraw.js'

let signedIn = false

/** Whose session this is. All scripts of this origin are ours, so the tokens may be in `localStorage`. */
export const account = session({
  store: keyValueTokenStore(localStorage),
  onChange: (isSignedIn) => {
    signedIn = isSignedIn
    redraw()
  },
})

/** The API, on the host that serves this page. */
export const ciq = createClient({ baseUrl: `${location.origin}/api/v1`, auth: account })

/** Whether somebody is signed in here, as far as this device knows. */
export function isSignedIn(): boolean {
  return signedIn
}

/** Reads from the device whether somebody is signed in. */
export async function openAccount(): Promise<void> {
  signedIn = await account.isSignedIn()
}
