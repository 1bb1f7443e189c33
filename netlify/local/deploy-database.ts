import { tellCaches } from '#database/library-seed/tell-caches.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { parseDatabaseConfig, parseLibraryConfig } from '#infrastructure/config/config.js'
import { deployDatabase } from './deploy/deploy-database.js'

await runCommand(import.meta.url, async () => {
  optionsOf({}, 'npm run deploy:database')
  const database = parseDatabaseConfig(process.env)
  const settings = parseLibraryConfig(process.env)
  // Netlify sets CONTEXT to what it builds for; without it, nothing counts as production
  const context = process.env.CONTEXT ?? 'dev'
  console.log(`preparing ${describeTarget(database.directUrl)} for ${context}`)
  const { library } = await deployDatabase({ database, context, log: console.log })
  await tellCaches({ settings, changes: library.changes, isDeploying: true, log: console.log })
  return exitCodes.ok
})
