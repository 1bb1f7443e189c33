import type { NewAccount } from '#domain/account/credentials.schema.js'
import { mondayOf } from '#domain/calendar/iso-week.js'
import { dateIn } from '#domain/calendar/time-zone.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import type { AthleteId } from '#domain/values/id.schema.js'
import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { describeTarget } from '#infrastructure/command-line/target.js'
import { type Config, parseConfig, parseDatabaseConfig } from '#infrastructure/config/config.js'
import { chooseExercises } from '#infrastructure/demo/choose-exercises.js'
import { demoAccount } from '#infrastructure/demo/demo-athlete.js'
import { demoHistory } from '#infrastructure/demo/demo-history.js'
import { historyStatements, planStatements } from '#infrastructure/demo/demo-statements.js'
import type { DemoWorld } from '#infrastructure/demo/demo-world.js'
import { planSlot } from '#infrastructure/demo/plan-slot.js'
import { randomFrom } from '#infrastructure/demo/random.js'
import { slotsAhead } from '#infrastructure/demo/slots.js'
import { createDatabase, type Database } from './connection.js'
import { findDemoAthlete, insertAthlete } from './queries/demo-athlete.js'
import { readLibrary } from './queries/read-library.js'
import { findPlannable } from './queries/session-exercises.js'
import { isDisposable } from './queries/settings.js'
import { boundTo } from './unit-of-work.js'

export type SeedUserProgressOptions = {
  /** The database, bound to the operator's identity. */
  readonly database: Database
  /** Creates an account that can sign in; without it, the athlete cannot. */
  readonly createAccount?: ((account: NewAccount) => Promise<{ readonly id: AthleteId }>) | undefined
  /** Skips a database that is not disposable, instead of refusing it. */
  readonly ifDisposable?: boolean
  readonly now?: Date
  readonly log?: (line: string) => void
}

/**
 * Makes sure that the demo athlete exists, with levels, three months of history, and a plan for
 * this week. Whatever exists stays as it is. Returns the athlete's id, or null when the database
 * was skipped.
 *
 * @throws CommandError (refused) on a database that is not marked as disposable, or has no library.
 */
export async function seedUserProgress(options: SeedUserProgressOptions): Promise<AthleteId | null> {
  const { database, ifDisposable = false, now = new Date(), log = () => undefined } = options
  if (!(await database.query(isDisposable({})))) return refuseOrSkip(ifDisposable, log)
  const today = dateIn(demoAccount.timeZone, now)
  const [athlete, { library: byId }] = await database.batch(
    [findDemoAthlete({ email: demoAccount.email, since: mondayOf(today) }), readLibrary()],
    { readOnly: true },
  )
  const library = [...byId.values()]
  if (library.length === 0)
    throw new CommandError(exitCodes.refused, 'There is no exercise library yet: npm run db:setup brings it.')
  const { id: userId } = athlete ?? (await addAthlete(options))
  if (athlete && athlete.sessionsSince > 0) {
    log(mark.skipped(`${demoAccount.email} has this week's plan already`))
    return userId
  }
  const ids = Object.values(chooseExercises(library)).flatMap((exercises) => exercises.map(({ id }) => id))
  const plannable = (await database.query(findPlannable({ userId, ids, slugs: [] })))?.exercises ?? []
  const world = { library, plannable, timeZone: demoAccount.timeZone, now, today, ruleBook }
  log(mark.done(athlete?.sessions ? await addPlan(database, world, userId) : await addHistory(database, world, userId)))
  return userId
}

function refuseOrSkip(skip: boolean, log: (line: string) => void): null {
  if (!skip)
    throw new CommandError(
      exitCodes.refused,
      'This database is not marked as disposable, so no demo data goes into it: npm run db:setup -- --disposable marks it.',
    )
  log(mark.skipped('skipped: the database is not marked as disposable'))
  return null
}

async function addAthlete({
  database,
  createAccount,
  log,
}: SeedUserProgressOptions): Promise<{ readonly id: AthleteId }> {
  if (createAccount) {
    const created = await createAccount(demoAccount)
    log?.(mark.done(`${demoAccount.email} with the password ${demoAccount.password}`))
    return created
  }
  const [inserted] = await database.batch([insertAthlete(demoAccount)])
  log?.(mark.done(`${demoAccount.email}, who cannot sign in, because AUTH_SECRET is not set`))
  return inserted
}

async function addHistory(database: Database, world: DemoWorld, userId: AthleteId): Promise<string> {
  const random = randomFrom(`${userId} ${world.now.toISOString()}`)
  const history = demoHistory(world, random)
  await database.batch(historyStatements(world, history, { userId, random }))
  const counts = Map.groupBy(history.sessions, ({ status }) => status)
  return [...counts].map(([status, sessions]) => `${sessions.length} sessions ${status}`).join(', ')
}

async function addPlan(database: Database, world: DemoWorld, userId: AthleteId): Promise<string> {
  const random = randomFrom(`${userId} ${world.now.toISOString()}`)
  const planned = slotsAhead(world.today).map((slot) => planSlot(world, slot, new Map(), random))
  await database.batch(planStatements(world, planned, { userId, random }))
  return `${planned.length} sessions planned for this week`
}

/**
 * Returns a function that creates the account through Better Auth, when its secret is configured.
 */
function accountMaker(env: NodeJS.ProcessEnv, { directUrl }: Config['database']) {
  if (!env.AUTH_SECRET) return undefined
  const config = parseConfig(env)
  return async (account: NewAccount) => {
    const { createAccount } = await import('#infrastructure/auth/create-account.js')
    return { id: await createAccount(directUrl, config, account) }
  }
}

await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ 'if-disposable': { type: 'boolean' } }, 'npm run db:seed:demo [-- --if-disposable]')
  const config = parseDatabaseConfig(process.env)
  console.log(`demo data for ${describeTarget(config.url)}`)
  const database = boundTo(createDatabase(config), { kind: 'operator' })
  try {
    const createAccount = accountMaker(process.env, config)
    await seedUserProgress({
      database,
      createAccount,
      ifDisposable: values['if-disposable'] === true,
      log: console.log,
    })
  } finally {
    await database.close()
  }
  return exitCodes.ok
})
