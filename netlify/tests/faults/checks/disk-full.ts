import assert from 'node:assert/strict'
import { withClient } from '#tests/support/with-client.js'
import type { FaultCheck } from '../fault-check.js'
import type { FaultContext } from '../support/context.js'
import { type FaultApi, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { overNeon } from '../support/postgres/neon-adapter.js'
import { startOwnPostgres } from '../support/postgres/own-postgres.js'
import { until } from '../support/time.js'
import { expectEachOnce, gatherLifters } from '../support/training/lifters.js'
import { type Lifter, type Load, startLoad } from '../support/training/load.js'
import { expectComeBack } from '../support/training/sessions.js'
import { moveLog } from './disk-full/log-folder.js'
import { mountSmallDisk, type SmallDisk } from './disk-full/small-disk.js'

const setsMin = 15
const readsWhileFull = 10
const fillMsMax = 30_000

/** Athletes who log sets, and one with a session of their own who waits. */
type AtWork = { readonly api: FaultApi; readonly bystander: Lifter; readonly load: Load }

async function goToWork(context: FaultContext, api: FaultApi): Promise<AtWork> {
  const [bystander, ...lifters] = await gatherLifters(api)
  assert.ok(bystander)
  const load = startLoad(context, lifters)
  await expectSets(load)
  return { api, bystander, load }
}

async function expectSets({ acknowledged }: Load): Promise<void> {
  const before = acknowledged.length
  await until('sets are logged', () => acknowledged.length >= before + setsMin)
}

/** Fills the disk until clients get a 503, and takes what is freed meanwhile as well. */
async function fillUp({ load }: AtWork, disk: SmallDisk, push: () => Promise<unknown>): Promise<void> {
  const before = load.turnedAway()
  const isFull = async () => {
    disk.fill()
    await push()
    return load.turnedAway() > before
  }
  await until('clients are told to come back', isFull, fillMsMax)
}

/** Logs sets without a key until one does not fit, and returns the ids of the sets that did. */
async function logWhatFits({ athlete, session }: Lifter): Promise<string[]> {
  const fitted: string[] = []
  for (;;) {
    const answered = await athlete.post(`${session.exercises[0]}/sets`, { reps: 8 })
    if (answered.status !== 201) {
      expectComeBack(answered)
      assert.doesNotMatch(JSON.stringify(answered.body), /disk|space|file|relation/i)
      return fitted
    }
    fitted.push(answered.body.id)
  }
}

/** What is read needs no room. */
async function expectReads({ athlete, session }: Lifter): Promise<number> {
  let read = 0
  for (let n = 0; n < readsWhileFull; n += 1) {
    const answered = await athlete.get(session.path)
    if (answered.status === 200) read += 1
    else expectComeBack(answered)
  }
  assert.ok(read > 0, 'nothing was read while the disk was full')
  return read
}

/** The disk of the tables is full: the server lives, and refuses what it has no room for. */
async function tablesFull(context: FaultContext): Promise<string> {
  const disk = mountSmallDisk(context, 64)
  const { url } = await startOwnPostgres(context, { tableFolder: disk.folder('tables') })
  const work = await goToWork(context, await openApi(context, { url }))
  const neon = await openApi(context, { ...work.api, url, database: await overNeon(context, url) })
  await fillUp(work, disk, async () => undefined)
  const viaNeon = { ...work.bystander, athlete: neon.as(work.bystander.athlete) }
  const fitted = [...(await logWhatFits(work.bystander)), ...(await logWhatFits(viaNeon))]
  const read = (await expectReads(work.bystander)) + (await expectReads(viaNeon))
  disk.free()
  await expectSets(work.load)
  await work.load.stop()
  await expectEachOnce(work.api, [...work.load.acknowledged, ...fitted])
  await expectSound(work.api)
  return `tables: ${work.load.turnedAway()} writes told to come back, ${read} of ${2 * readsWhileFull} reads answered`
}

/**
 * The disk of the log is full: the server dies of it, and has all that was acknowledged once there
 * is room again.
 */
async function logFull(context: FaultContext): Promise<string> {
  const disk = mountSmallDisk(context, 160)
  const settings = { min_wal_size: '32MB', wal_recycle: 'off' }
  const server = await startOwnPostgres(context, { settings })
  await server.restart(() => moveLog(server.dataFolder, disk.folder('log')))
  const work = await goToWork(context, await openApi(context, { url: server.url }))
  const nextFile = () => withClient(server.url, (client) => client.query('select pg_switch_wal()'))
  await fillUp(work, disk, () => nextFile().catch(() => undefined))
  disk.free()
  await server.restart()
  await expectSets(work.load)
  await work.load.stop()
  await expectEachOnce(work.api, work.load.acknowledged)
  await expectSound(work.api)
  return `log: ${work.load.turnedAway()} told to come back, ${work.load.acknowledged.length} sets acknowledged`
}

/** No room left for tables, and no room left for the log. */
export const diskFull: FaultCheck = {
  name: 'disk full under load: 503 for what does not fit, reads go on, acknowledged writes there exactly once',
  run: async (context) => {
    const seen = [await tablesFull(context)]
    if (context.full) seen.push(await logFull(context))
    return seen.join('; ')
  },
}
