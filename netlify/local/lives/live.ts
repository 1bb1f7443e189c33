import type { ExerciseEntry } from '#domain/library/exercise-entry.schema.js'
import { randomFrom } from '#infrastructure/demo/random.js'
import type { SessionResource } from '#orchestration/sessions/support/schemas.js'
import type { NextWorkout } from '#orchestration/workouts/support/next-workout.schema.js'
import type { ScriptApi } from '../scripted-athlete/script-api.js'
import { Body } from './body.js'
import { Diary, dateOf, dayInWords, weekdayOf } from './diary.js'
import { type Happening, happeningsOn, type Life, weeksOfLife } from './life.js'
import { count, emptyTally, type Tally } from './tally.js'
import { dayLines, lackLines, warmUpLines, weekTable } from './tell-day.js'
import { tellEnd } from './tell-end.js'
import { sessionTable } from './tell-session.js'
import { type Trainee, trainSession } from './train.js'

/** A life as it was lived: its page, and what was counted in it. */
export type Lived = { readonly page: string; readonly tally: Tally }

type Living = Trainee & { readonly life: Life; readonly told: Set<string>; tally: Tally }

/** Lives twelve weeks against the API, and does what it recommends. */
export async function live(life: Life, api: ScriptApi): Promise<Lived> {
  const living = await begin(life, new Diary(api))
  const { diary, body } = living
  const { weeks, pauseDays } = life.before ?? { weeks: 0, pauseDays: 0 }
  const firstDay = -(weeks * 7 + pauseDays)
  for (let day = firstDay; day < firstDay + weeks * 7; day += 1) await liveDay(living, day)
  body.rest(pauseDays)
  beginPage(living)
  for (let week = 0; week < weeksOfLife; week += 1) await liveWeek(living, week)
  await tellEnd(diary)
  return { page: `${diary.lines.join('\n').replaceAll(/\n{3,}/g, '\n\n')}\n`, tally: living.tally }
}

/** Tells the API what it asks once. */
async function begin(life: Life, diary: Diary): Promise<Living> {
  diary.turnTo(-(life.before ? life.before.weeks * 7 + life.before.pauseDays : 0))
  await diary.ask('put', '/me/consents/health-data', { given: true })
  await diary.ask('patch', '/me', life.profile)
  const answers = Object.entries(life.answers).map(([exercise, max]) => ({ exercise, max }))
  await diary.ask('post', '/me/levels/assessment', { answers })
  for (const goal of life.goals ?? []) await diary.ask('post', '/me/goals', goal)
  const random = randomFrom(life.slug)
  const library = await readLibrary(diary)
  const { bodyMassKg } = life.profile
  return {
    life,
    diary,
    random,
    body: new Body(life, random),
    library,
    bodyMassKg,
    told: new Set(),
    tally: emptyTally(),
  }
}

/** What came before is not part of the page. */
function beginPage(living: Living): void {
  const { life, diary, told } = living
  const answers = Object.entries(life.answers).map(([exercise, max]) => `${exercise} ${max}`)
  diary.lines.length = 0
  told.clear()
  living.tally = emptyTally()
  diary.say(`# ${life.title}`, '', 'Written by `npm run lives` from what the API answers.', '', life.about, '')
  diary.say(`The most in one set, as told in the self-assessment: ${answers.join(', ')}.`)
}

async function readLibrary(diary: Diary): Promise<ReadonlyMap<string, ExerciseEntry>> {
  type Page = { readonly data: ExerciseEntry[]; readonly page: { readonly nextCursor: string | null } }
  const entries: ExerciseEntry[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { data, page }: Page = await diary.ask('get', `/exercises?limit=100${cursor && `&cursor=${cursor}`}`)
    entries.push(...data)
    cursor = page.nextCursor
  }
  return new Map(entries.map((entry) => [entry.id, entry]))
}

async function liveWeek(living: Living, week: number): Promise<void> {
  const { diary } = living
  diary.say('', `## Week ${week + 1}`, '')
  for (let day = 7 * week; day < 7 * week + 7; day += 1) await liveDay(living, day)
  diary.say(...weekTable(await diary.ask<NextWorkout>('get', '/me/next-workout')))
}

/** Looks at what the coach says of a day with time, and does it. */
async function liveDay(living: Living, day: number): Promise<void> {
  const { life, diary, body } = living
  diary.turnTo(day)
  const happenings = happeningsOn(life, day)
  for (const { from, says } of happenings) if (from === day) diary.say('', `*${says}*`, '')
  if (!life.weekdays.includes(weekdayOf(day)) || happenings.some(({ away }) => away)) return
  await checkIn(diary, happenings, day)
  const place = happenings.find((one) => one.place !== undefined)?.place
  const advice = await diary.ask<NextWorkout>('get', `/me/next-workout${place ? `?place=${place}` : ''}`)
  body.wake(24 * day)
  diary.say('', `**${dayInWords(day)}${place ? `, ${place}` : ''}: ${advice.kind}.**`, ...dayLines(advice))
  if (advice.kind !== 'train') return diary.say(...warmUpLines(advice))
  diary.say(...warmUpLines(advice), '', ...toldOnce(living, lackLines(advice)))
  const session = await diary.ask<SessionResource>('post', '/me/next-workout/accept', place ? { place } : {})
  const trained = await trainSession(living, session, advice, 24 * day)
  count(living.tally, trained)
  diary.say(...sessionTable(trained, advice))
}

async function checkIn(diary: Diary, happenings: readonly Happening[], day: number): Promise<void> {
  const noted = happenings.find((one) => one.checkIn !== undefined)?.checkIn
  if (noted) await diary.ask('post', '/me/check-ins', { date: dateOf(day), ...noted })
}

/** A page says the same thing once. */
function toldOnce({ told }: Living, lines: readonly string[]): string[] {
  const news = lines.filter((line) => !told.has(line))
  for (const line of news) told.add(line)
  return news
}
