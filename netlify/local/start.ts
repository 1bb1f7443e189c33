import { join } from 'node:path'
import dotenv from 'dotenv'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { ConfigError, parseDeadlineMs } from '#infrastructure/config/config.js'
import { LocalPostgresError } from './postgres.js'
import { buildSite } from './site/build-site.js'
import { keptSecret } from './start/auth-secret.js'
import { copyBlock } from './start/copy-block.js'
import { openStartDatabase } from './start/database.js'
import { type Ending, ending } from './start/end.js'
import { StartFault } from './start/fault.js'
import { openFront } from './start/front.js'
import { type NetlifyDev, runNetlifyDev } from './start/netlify-dev.js'
import { refuseOldNode } from './start/node-version.js'
import { portOf } from './start/port.js'
import { prepareDatabase } from './start/prepare.js'
import { invokeAt, runScheduled } from './start/run-scheduled.js'
import { scheduledFunctions } from './start/schedules.js'
import { untilReady } from './start/until-ready.js'
import { voice } from './start/voice.js'
import { whenOrphaned } from './start/when-orphaned.js'

const projectFolder = join(import.meta.dirname, '../..')
/** The folder that is kept between starts; another folder starts with nothing. */
const dataFolder = process.env.CALISTHENIQ_DATA_FOLDER || join(projectFolder, '.data')

/**
 * Starts everything, and waits until it ends. Returns the exit code: 0 ended on request (Ctrl-C,
 * SIGTERM), 1 could not start, 2 `netlify dev` ended by itself.
 */
async function start(end: Ending): Promise<number> {
  refuseOldNode(process.versions.node)
  const mailFolder = process.env.MAIL_OUTBOX || join(dataFolder, 'mails')
  const front = await openFront(portOf(process.env.PORT), { requestMsMax: parseDeadlineMs(process.env), mailFolder })
  end.add(front.close)
  const publicUrl = `http://localhost:${front.port}`

  voice.step('Database')
  const database = await openStartDatabase(process.env, dataFolder)
  end.add(database.stop)
  voice.item(database.line)
  const environment = {
    ...database.environment,
    AUTH_SECRET: process.env.AUTH_SECRET || keptSecret(dataFolder),
    BASE_URL: process.env.BASE_URL || publicUrl,
    ...(process.env.MAIL_URL ? {} : { MAIL_OUTBOX: mailFolder }),
    // a database that others use too may hold webhooks of theirs
    ...(database.isOurs ? { WEBHOOKS_ALLOW_PRIVATE: process.env.WEBHOOKS_ALLOW_PRIVATE || 'true' } : {}),
  }
  await prepareDatabase({ ...process.env, ...environment }, { isOurs: database.isOurs, log: voice.item })

  voice.step('Site and functions')
  await buildSite(join(projectFolder, 'docs/.site'))
  voice.waiting('bundling them, which takes some seconds, and minutes on a busy machine')
  const dev = await runNetlifyDev({ projectFolder, dataFolder, environment })
  end.add(dev.stop)
  front.open(dev)
  await untilReady(`${publicUrl}/api/v1`, dev, { say: voice.waiting })
  voice.done('netlify dev serves them, offline')
  if (database.isOurs) end.add(runByTheClock(dev))
  else
    voice.waiting('webhooks and exports wait: on a database that is not its own, npm start runs nothing by the clock')

  const ownDatabaseUrl = database.isOurs ? (database.environment.DATABASE_URL ?? null) : null
  voice.block(copyBlock(publicUrl, { ownDatabaseUrl, keepsMails: !process.env.MAIL_URL }))
  voice.item('Ctrl-C stops everything.')
  dev.show()
  await dev.ended
  if (end.hasBegun()) return 0
  voice.fault(`netlify dev ended; ${dev.logFile} tells why.`)
  return 2
}

/** Runs the scheduled functions; returns what ends that. */
function runByTheClock(dev: NetlifyDev): () => Promise<void> {
  const functions = scheduledFunctions(join(projectFolder, 'netlify/functions'))
  const stop = runScheduled({ functions, run: invokeAt(dev.functionsPort, voice.fault) })
  voice.done(`the platform's clock runs: ${functions.map(({ name }) => name).join(', ')}`)
  return async () => stop()
}

/** Returns the message of an error that can be printed alone, or else the error with its stack. */
function sentenceOf(error: unknown): string {
  const isForPeople = [StartFault, LocalPostgresError, CommandError, ConfigError].some((kind) => error instanceof kind)
  return error instanceof Error ? (isForPeople ? error.message : (error.stack ?? error.message)) : String(error)
}

async function main(): Promise<void> {
  dotenv.config({ path: join(projectFolder, '.env'), quiet: true })
  const end = ending()
  const leave = async (code: number) => {
    await end.run()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave(0))
  if (process.env.npm_lifecycle_event) whenOrphaned(() => leave(0))
  try {
    await leave(await start(end))
  } catch (error) {
    voice.fault(sentenceOf(error))
    await leave(1)
  }
}

await main()
