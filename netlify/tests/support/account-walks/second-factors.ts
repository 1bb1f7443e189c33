import { codeOf } from '../totp.js'
import { signedUp, type Walk } from './walk.js'

/** Sets a second factor up, signs in by codes of the app and by a backup code, and turns it off. */
export const secondFactors: Walk = async (ask) => {
  const { account, token } = await signedUp(ask)
  const { email, password } = account
  const { totpURI, backupCodes } = await ask('setUpTotp', { body: { password }, token })
  await ask('confirmTotp', { body: { code: codeOf(String(totpURI)) }, token })
  const challenge = async () => {
    const { twoFactor } = await ask('signIn', { body: { email, password } })
    return (twoFactor as { challenge: string }).challenge
  }
  await ask('verifyTotp', { body: { challenge: await challenge(), code: codeOf(String(totpURI), 1) } })
  const [code] = backupCodes as string[]
  const again = await ask('verifyBackupCode', { body: { challenge: await challenge(), code } })
  await ask('newBackupCodes', { body: { password }, token: String(again.token) })
  await ask('disableTwoFactor', { body: { password }, token: String(again.token) })
}
