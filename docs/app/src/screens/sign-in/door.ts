import { createClient, keyValueTokenStore, type Output, session } from '@calistheniq/client'
import { noteAthlete, openAnew } from '../../data/who.js'

/**
 * The API as nobody. Who signs in may be somebody else than before: until the app opens anew as them,
 * nothing that waits here may be sent with their tokens.
 */
export const door = createClient({ baseUrl: `${location.origin}/api/v1` })

/** Opens the app as who has signed in. */
export async function enter(opened: Output<'accounts.signInByPasskey'>, address = ''): Promise<void> {
  noteAthlete(opened.user.id)
  await session({ store: keyValueTokenStore(localStorage) }).adopt('accounts.signIn', opened)
  openAnew(address)
}
