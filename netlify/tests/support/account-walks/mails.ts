import type { Mail } from '#infrastructure/mail/mail.js'
import { signedUp, type Walk } from './walk.js'

/** Follows every mail, which `mails` holds as they are sent: of a verification, of another address, of a lost password. */
export const followedMails =
  (mails: readonly Mail[]): Walk =>
  async (ask) => {
    const link = () => new URL(mails.at(-1)?.links[0] ?? '').searchParams
    const token = () => link().get('token') ?? ''
    const { account, token: session } = await signedUp(ask)
    const { email } = account
    await ask('verifyEmail', { query: { token: token() } })
    await ask('verifyEmail', { query: { token: token(), callbackURL: '/welcome' } })
    await ask('sendVerification', { body: { email } })
    const newEmail = `new-${email}`
    await ask('changeEmail', { body: { newEmail }, token: session })
    await ask('verifyEmail', { query: { token: token() } })
    await ask('verifyEmail', { query: { token: token() } })
    await ask('requestPasswordReset', { body: { email: newEmail, redirectTo: '/reset' } })
    const secret = new URL(mails.at(-1)?.links[0] ?? '').pathname.split('/').at(-1) ?? ''
    await ask('openPasswordReset', { params: { code: secret }, query: { callbackURL: '/reset' } })
    await ask('resetPassword', { body: { token: secret, newPassword: 'new password' } })
    const again = await ask('signIn', { body: { email: newEmail, password: 'new password' } })
    const changes = { currentPassword: 'new password', newPassword: account.password, revokeOtherSessions: true }
    await ask('changePassword', { body: changes, token: String(again.token) })
  }
