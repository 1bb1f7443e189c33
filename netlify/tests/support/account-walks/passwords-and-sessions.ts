import { signedUp, type Walk } from './walk.js'

/** Signs up, asks what a session opens, signs out and in again, and deletes the account. */
export const passwordsAndSessions: Walk = async (ask) => {
  const { account, token } = await signedUp(ask)
  await ask('session', { token })
  await ask('token', { token })
  await ask('keys')
  await ask('signOut', { body: {}, token })
  await ask('session', { token })
  const { email, password } = account
  const again = await ask('signIn', { body: { email, password } })
  await ask('deleteAccount', { body: { password }, token: String(again.token) })
}
