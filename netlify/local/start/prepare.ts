import { createDatabase } from '#database/create-database.js'
import { setup } from '#database/seed.js'
import { seedUserProgress } from '#database/seed-user-progress.js'
import { boundTo } from '#database/unit-of-work.js'
import { createAccount } from '#infrastructure/auth/create-account.js'
import { type Config, parseConfig } from '#infrastructure/config/config.js'
import { deployDatabase } from '#local/deploy/deploy-database.js'

type Log = (line: string) => void

/**
 * Migrates the database and seeds the library, and adds the demo athlete to the start's own
 * database; whatever exists stays.
 *
 * @throws CommandError (refused) on the production database, and as `setup` does.
 */
export async function prepareDatabase(
  env: Readonly<Record<string, string | undefined>>,
  { isOurs, log }: { readonly isOurs: boolean; readonly log: Log },
): Promise<void> {
  const config = parseConfig(env)
  if (!isOurs) {
    await deployDatabase({ database: config.database, context: 'dev', log })
    return
  }
  await setup({ database: config.database, disposable: true, log })
  await addDemo(config, log)
}

async function addDemo(config: Config, log: Log): Promise<void> {
  const database = boundTo(createDatabase(config.database), { kind: 'operator' })
  const { directUrl } = config.database
  try {
    await seedUserProgress({
      database,
      createAccount: async (account) => ({ id: await createAccount(directUrl, config, account) }),
      log,
    })
  } finally {
    await database.close()
  }
}
