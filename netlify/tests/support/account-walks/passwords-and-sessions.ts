import { signedUp, type Walk } from './walk.js'

/** Signs up, asks what a session opens, signs out and in again, and deletes the account. */
export const passwordsAndSessions: Walk = async (ask) => {
  const { account, token } = await signedUp(ask)
  await ask('session', { token })
  await ask('token', { token })
  await ask('keys')
  await ask('listSessions', { token })
  await ask('endSession', { params: { sessionId: '0198c0de-7a11-7000-8000-000000000001' }, token })
  await ask('endOtherSessions', { token })
  await ask('signOut', { body: {}, token })
  await ask('session', { token })
  const { email, password } = account
  const again = await ask('signIn', { body: { email, password } })
  await ask('endAllSessions', { token: String(again.token) })
  const last = await ask('signIn', { body: { email, password } })
  await ask('deleteAccount', { body: { password }, token: String(last.token) })
}
