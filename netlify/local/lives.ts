import { rebuildAthlete } from '#database/commands/rebuild.js'
import { createDatabase } from '#database/connection.js'
import { withScratchDatabase } from '#database/pg-session/scratch-database.js'
import { setup } from '#database/seed.js'
import { boundTo } from '#database/unit-of-work.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { AthleteId, numberedId } from '#domain/values/id.schema.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { parseDatabaseConfig } from '#infrastructure/config/config.js'
import { describeDifference } from '#orchestration/training/rebuild/difference.js'
import type { Life } from './lives/life.js'
import { type Lived, live } from './lives/live.js'
import { lives } from './lives/lives.js'
import { type Page, settlePage } from './lives/settle-page.js'
import { tallyCells } from './lives/tally.js'
import { inProcessApi } from './scripted-athlete/in-process.js'
import { onSomeServer } from './scripted-athlete/on-some-server.js'
import type { ScriptedAccount } from './scripted-athlete/script-api.js'

/** How the pages are found, with what was counted in each life. */
const introduction = [
  '# Six lives',
  '',
  'Written by `npm run lives`: six people who do not exist live twelve weeks against the API, with a clock of their own, and do',
  'what it recommends. What is true of their bodies, and the reserve rule by which they end a set, is of our own making',
  '(`netlify/local/lives`). Every page says what was recommended and why, what was done, and what was decided.',
  '',
  '| life | sessions | sets | at RPE 6.5 to 9 | at RPE 5 or less | far below the target | exercises |',
  '|---|--:|--:|--:|--:|--:|--:|',
]

type Outcome = Lived & { readonly life: Life; readonly differences: readonly string[] }

/** Lives the lives that were asked for, one after the other, on a scratch database. */
async function liveAll(wanted: readonly Life[], serverUrl: string): Promise<Outcome[]> {
  return withScratchDatabase(serverUrl, async (url) => {
    await setup({ database: parseDatabaseConfig({ DATABASE_URL: url }) })
    const outcomes: Outcome[] = []
    for (const life of wanted) outcomes.push(await liveOne(life, url))
    return outcomes
  })
}

async function liveOne(life: Life, url: string): Promise<Outcome> {
  const account = accountOf(life)
  const api = await inProcessApi(url, account)
  const database = boundTo(createDatabase(parseDatabaseConfig({ DATABASE_URL: url })), { kind: 'operator' })
  try {
    const lived = await live(life, api)
    const differences = await rebuildAthlete(database, ruleBook, account.id)
    return { ...lived, life, differences: differences.map((difference) => describeDifference(difference)) }
  } finally {
    await Promise.all([api.close(), database.close()])
  }
}

function accountOf({ slug, name }: Life): ScriptedAccount {
  const id = numberedId(AthleteId, lives.findIndex((life) => life.slug === slug) + 1)
  return { id, email: `${slug}@example.com`, name, timeZone: 'Europe/Berlin', createdAt: '2025-11-01T12:00:00.000Z' }
}

function pageOf({ life, page, differences }: Outcome): Page {
  return { name: `${life.slug}.md`, text: page, differences }
}

function indexOf(outcomes: readonly Outcome[]): Page {
  const rows = outcomes.map(({ life, tally }) => [`[${life.title}](${life.slug}.md)`, ...tallyCells(tally)])
  const lines = [...introduction, ...rows.map((cells) => `| ${cells.join(' | ')} |`)]
  return { name: 'index.md', text: `${lines.join('\n')}\n`, differences: [] }
}

/**
 * Writes the pages, or with `--check` tells whether they are up to date; exits with 1 when one is not,
 * or when a rebuild finds differences.
 */
async function writeOrCheck(): Promise<number> {
  const { values } = optionsOf(
    { check: { type: 'boolean' }, only: { type: 'string' } },
    'npm run lives [-- --check] [-- --only beginner]',
  )
  const wanted = lives.filter(({ slug }) => values.only === undefined || values.only === slug)
  const outcomes = await onSomeServer((serverUrl) => liveAll(wanted, serverUrl))
  const pages = [...(values.only === undefined ? [indexOf(outcomes)] : []), ...outcomes.map(pageOf)]
  const settled = pages.map((page) => settlePage(page, values.check === true))
  return settled.includes(false) ? exitCodes.found : exitCodes.ok
}

await runCommand(import.meta.url, writeOrCheck)
