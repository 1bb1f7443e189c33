import type { Counting } from './attempts.js'

/**
 * Leaves an account whose address was proved for the first time, by the mail of a reset, with its new
 * password alone. Whoever made it with somebody else's address may have added a passkey, a provider or a
 * second factor of their own, and would share it with its owner (Sudhodanan and Paverd 2022).
 */
export async function forgetUnproven({ adapter }: Pick<Counting, 'adapter'>, userId: string): Promise<void> {
  const where = [{ field: 'userId', value: userId }]
  const atProviders = [...where, { field: 'providerId', operator: 'ne' as const, value: 'credential' }]
  await Promise.all([
    adapter.deleteMany({ model: 'passkey', where }),
    adapter.deleteMany({ model: 'account', where: atProviders }),
    adapter.deleteMany({ model: 'twoFactor', where }),
  ])
  const update = { twoFactorEnabled: false, emailVerified: true }
  await adapter.update({ model: 'user', where: [{ field: 'id', value: userId }], update })
}
