import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rebuildAthlete } from '#database/commands/rebuild.js'
import { createDatabase } from '#database/connection.js'
import { withScratchDatabase } from '#database/pg-session/scratch-database.js'
import { setup } from '#database/seed.js'
import { boundTo } from '#database/unit-of-work.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { describeDifference } from '#orchestration/training/rebuild/difference.js'
import { inProcessApi } from './scripted-athlete/in-process.js'
import { onSomeServer } from './scripted-athlete/on-some-server.js'
import { scriptedAthlete } from './scripted-athlete/script-api.js'
import { tellStory } from './scripted-athlete/tell-story.js'

/** The file with the transcript. */
export const transcriptPath = join(import.meta.dirname, '../../docs/transcript-12-weeks.md')

type Outcome = { readonly transcript: string; readonly differences: readonly string[] }

/** Runs the script on a scratch database that is dropped afterwards. */
async function live(serverUrl: string): Promise<Outcome> {
  return withScratchDatabase(serverUrl, async (url) => {
    const config = parseDatabaseConfig({ DATABASE_URL: url })
    await setup({ database: config })
    const api = await inProcessApi(url, scriptedAthlete)
    const database = boundTo(createDatabase(config), { kind: 'operator' })
    try {
      const transcript = await tellStory(api)
      const differences = await rebuildAthlete(database, ruleBook, scriptedAthlete.id)
      return { transcript, differences: differences.map((difference) => describeDifference(difference)) }
    } finally {
      await Promise.all([api.close(), database.close()])
    }
  })
}

/**
 * Writes the transcript, or with `--check` tells whether it is up to date; exits with 1 when it is
 * not, or when a rebuild finds differences.
 */
async function writeOrCheck(): Promise<number> {
  const { values } = optionsOf({ check: { type: 'boolean' } }, 'npm run scripted-athlete [-- --check]')
  const { transcript, differences } = await onSomeServer(live)
  for (const difference of differences) console.error(mark.wrong(difference))
  const isCurrent = readFileSync(transcriptPath, { encoding: 'utf8', flag: 'a+' }) === transcript
  if (isCurrent) console.log(mark.skipped('docs/transcript-12-weeks.md is up to date'))
  else if (values.check)
    console.error(mark.wrong('docs/transcript-12-weeks.md is not what the API answers: npm run scripted-athlete'))
  else {
    writeFileSync(transcriptPath, transcript)
    console.log(mark.done('docs/transcript-12-weeks.md written'))
  }
  return differences.length > 0 || (values.check && !isCurrent) ? exitCodes.found : exitCodes.ok
}

await runCommand(import.meta.url, writeOrCheck)
