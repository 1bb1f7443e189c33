import type { Account, Consent } from '@calistheniq/client'
import { ciq } from '../../data/client.js'
import { resource } from '../../data/resource.js'

/** Who is signed in: the address, whether it is verified, and whether a second factor is asked for. */
export const signedIn = resource(
  'signed-in',
  async (): Promise<Account | null> => (await ciq.accounts.session())?.user ?? null,
)
export const devicesSignedIn = resource('devices', async () => (await ciq.accounts.listSessions()).data)
export const ownPasskeys = resource('passkeys', async () =>
  (await ciq.accounts.listPasskeys()).map(({ id, name, createdAt }) => ({ id, name, createdAt })),
)
export const consents = resource(
  'consents',
  async (): Promise<readonly Consent[]> => (await ciq.privacy.listConsents()).data,
)

/** Whether the athlete agreed to the use of health data, as far as this device knows. */
export function healthDataMayBeUsed(): boolean {
  return consents.value()?.some(({ purpose, given }) => purpose === 'health-data' && given) ?? false
}
