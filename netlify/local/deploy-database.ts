import { parseDatabaseConfig, parseLibraryConfig } from '../functions/core/infrastructure/config/config.js'
import { exitCodes } from '../functions/core/infrastructure/database/command-line/exit-codes.js'
import { optionsOf, runCommand } from '../functions/core/infrastructure/database/command-line/run-command.js'
import { describeTarget } from '../functions/core/infrastructure/database/command-line/target.js'
import { tellCaches } from '../functions/core/infrastructure/database/library-seed/tell-caches.js'
import { deployDatabase } from './deploy/deploy-database.js'

await runCommand(import.meta.url, async () => {
  optionsOf({}, 'npm run deploy:database')
  const database = parseDatabaseConfig(process.env)
  const settings = parseLibraryConfig(process.env)
  // Netlify says in CONTEXT what it builds for; by hand, nothing is said, and nothing is production
  const context = process.env.CONTEXT ?? 'dev'
  console.log(`preparing ${describeTarget(database.directUrl)} for ${context}`)
  const { library } = await deployDatabase({ database, context, log: console.log })
  await tellCaches({ settings, changes: library.changes, isDeploying: true, log: console.log })
  return exitCodes.ok
})
