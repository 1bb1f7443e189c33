import { randomUUID } from 'node:crypto'
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect, onTestFinished, vi } from 'vitest'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { ask, log, openApp, type SignedIn, signIn, signUp, untilKept, untilSent } from './device.js'
import { servedApp } from './served-app.js'

vi.setConfig({ testTimeout: 180_000 })

const { origin } = await servedApp()

const newcomer = () => ({
  email: `${randomUUID()}@example.com`,
  password: 'correct horse',
  name: 'Ada',
  timeZone: 'UTC',
})

/** Opens the app on a device that nobody used before. */
async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (await openBrowser()).newContext({ ...options, viewport: { width: 390, height: 844 } })
  onTestFinished(() => context.close())
  return context
}

const at = (address: string) => `${origin}/app/#/${address}`
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const screen = (page: Page, title: string) =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()

async function show(page: Page, address: string): Promise<void> {
  await page.goto(at(address))
  await page.locator('[aria-busy]').first().waitFor({ state: 'detached' })
}

type Stored = {
  readonly id: string
  readonly date: string
  readonly status: string
  readonly exercises: readonly { readonly exercise: { readonly slug: string }; readonly sets?: readonly object[] }[]
}

/** The sessions that the API holds, by their dates. */
async function storedSessions({ accessToken: token }: SignedIn): Promise<readonly Stored[]> {
  const { data } = await ask<{ data: readonly Stored[] }>(origin, '/sessions', { token })
  return data.toSorted((one, other) => one.date.localeCompare(other.date))
}

const storedSession = ({ accessToken: token }: SignedIn, id: string) =>
  ask<Stored>(origin, `/sessions/${id}`, { token })

/** What can still be done about a session, opened on the screen of its week. */
async function openChanges(page: Page, id: string): Promise<Locator> {
  const card = page.locator('.week-session').filter({ has: page.locator(`a[href="#/workout/${id}"]`) })
  await card.getByText('Move, skip or delete').click()
  return card
}

browserTest(
  'a week is planned from the preview, changed session by session, and filled with one of its own',
  async () => {
    const ada = await signUp(origin)
    const page = await openApp(await newContext(), at('week'), ada)
    await page.getByRole('link', { name: 'Next' }).click()
    await press(page, 'Plan this week')
    await page.getByRole('heading', { name: "The coach's plan" }).waitFor()
    await page.getByRole('checkbox').nth(2).waitFor()
    expect(await storedSessions(ada)).toEqual([])
    await press(page, 'Plan these days')
    await page.locator('.week-session').nth(2).waitFor()
    await page.getByRole('heading', { name: "The coach's plan" }).waitFor({ state: 'detached' })

    const planned = await storedSessions(ada)
    const [moved, skipped, deleted, ...others] = planned.map(({ id }) => id)
    expect(planned.map(({ status }) => status)).toEqual(planned.map(() => 'planned'))
    const dates = planned.map(({ date }) => date)
    const free = daysAfter(`${dates[0]}`, [1, 2, 3]).find((date) => !dates.includes(date))

    const move = await openChanges(page, `${moved}`)
    await move.getByLabel('Day').fill(`${free}`)
    await move.getByLabel('Time').fill('18:30')
    await move.getByRole('button', { name: 'Move it' }).click()
    await expect.poll(async () => (await storedSession(ada, `${moved}`)).date, { timeout: 10_000 }).toBe(free)
    await (await openChanges(page, `${skipped}`)).getByRole('button', { name: 'Skip it' }).click()
    await page.locator('.week-session h3', { hasText: 'Skipped' }).waitFor()
    const lost = await openChanges(page, `${deleted}`)
    await lost.getByRole('button', { name: 'Delete it' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await page.locator('.week-session').count()).toBe(planned.length)
    await lost.getByRole('button', { name: 'Delete it' }).click()
    await dialog.getByRole('button', { name: 'Delete it' }).click()
    await page
      .locator('.week-session')
      .nth(planned.length - 1)
      .waitFor({ state: 'detached' })
    await untilSent(page)

    await show(page, 'week')
    await press(page, 'Empty session')
    await page.getByText('Add an exercise').click()
    await page.getByLabel('Exercise').fill('Push-up')
    await press(page, 'Add')
    await press(page, 'Start')
    await log(page, 12)
    await press(page, 'Finish the workout')
    await page.getByRole('heading', { name: 'Well done' }).waitFor()
    await untilSent(page)
    await show(page, 'week')
    await page.locator('.week-session h3', { hasText: 'Completed' }).waitFor()

    const kept = await storedSessions(ada)
    const own = kept.find(({ id }) => !planned.some((each) => each.id === id))
    expect(Object.fromEntries(kept.map(({ id, status, date }) => [id, [status, date]]))).toEqual({
      ...Object.fromEntries(
        planned.filter(({ id }) => others.includes(id)).map(({ id, date }) => [id, ['planned', date]]),
      ),
      [`${moved}`]: ['planned', free],
      [`${skipped}`]: ['skipped', planned[1]?.date],
      [`${own?.id}`]: ['completed', new Date().toISOString().slice(0, 10)],
    })
    const { exercises } = await storedSession(ada, `${own?.id}`)
    expect(exercises).toMatchObject([{ exercise: { slug: 'push-up' }, sets: [{ reps: 12 }] }])
  },
)

function daysAfter(date: string, days: readonly number[]): readonly string[] {
  return days.map((day) => new Date(Date.parse(date) + day * 86_400_000).toISOString().slice(0, 10))
}

async function typeSignIn(page: Page, { email, password }: ReturnType<typeof newcomer>): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await press(page, 'Sign in')
  await screen(page, 'Today')
}

/** Begins a workout of today at the API, which holds ten push-ups. */
async function beginWorkout({ accessToken: token }: SignedIn): Promise<string> {
  const date = new Date().toISOString().slice(0, 10)
  const body = { date, exercises: [{ exercise: 'push-up', sets: [{ reps: 10 }] }] }
  const { id } = await ask<{ id: string }>(origin, '/sessions', { token, body })
  await ask(origin, `/sessions/${id}/start`, { token, body: { startedAt: new Date().toISOString() } })
  return id
}

async function deleteWorkout({ accessToken }: SignedIn, id: string): Promise<void> {
  const headers = { authorization: `Bearer ${accessToken}` }
  const { status } = await fetch(`${origin}/api/v1/sessions/${id}`, { method: 'DELETE', headers })
  expect(status).toBe(204)
}

browserTest('what is refused for good is told and dropped; who signs out is asked about what waits', async () => {
  const account = newcomer()
  const ada = await signIn(origin, '/auth/sign-up/email', account)
  const [gone, kept] = [await beginWorkout(ada), await beginWorkout(ada)]
  const context = await newContext()
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(at(''))
  await typeSignIn(page, account)
  await untilKept(page)
  await show(page, `workout/${kept}`)
  await page.getByRole('button', { name: 'Log set' }).waitFor()
  await show(page, `workout/${gone}`)
  await page.getByRole('button', { name: 'Log set' }).waitFor()

  await context.setOffline(true)
  await log(page, 9)
  await deleteWorkout(ada, gone)
  await context.setOffline(false)
  await page.getByText('1 change could not be accepted.').waitFor()
  await page.getByText('There is no such session.').waitFor()
  expect(await page.getByRole('button', { name: 'Log set' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Look at it' }).click()
  await screen(page, 'Changes')
  await page.getByText(/^Push-up: 9 reps, \d\d:\d\d$/).waitFor()
  await page.getByText('There is no such session.').waitFor()
  await page.getByRole('button', { name: /^Drop: Push-up: 9 reps/ }).click()
  await press(page, 'Drop it')
  await page.getByText('Everything is sent.').waitFor()
  expect(await page.getByText('could not be accepted').count()).toBe(0)
  await show(page, 'today')
  const running = page.getByRole('heading', { name: 'Your workout runs' })
  await running.nth(1).waitFor({ state: 'detached' })
  expect(await running.count()).toBe(1)

  await show(page, `workout/${kept}`)
  await context.setOffline(true)
  await log(page, 8)
  await show(page, 'account')
  await press(page, 'Sign out')
  const dialog = page.getByRole('dialog', { name: '1 change could not be sent yet' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'detached' })
  await screen(page, 'You')
  await press(page, 'Sign out')
  await dialog.getByRole('button', { name: 'Keep them and sign out' }).click()
  await screen(page, 'Sign in')
  expect((await storedSession(ada, kept)).exercises).toMatchObject([{ sets: [] }])
  await context.setOffline(false)
  await typeSignIn(page, account)
  await expect
    .poll(async () => (await storedSession(ada, kept)).exercises, { timeout: 30_000 })
    .toMatchObject([{ sets: [{ reps: 8 }] }])
  expect((await storedSessions(ada)).map(({ id }) => id)).toEqual([kept])
  await show(page, `workout/${kept}`)
  await page.getByRole('button', { name: 'One more set of Push-up' }).click()
  await log(page, 7)
  await untilSent(page)
  await deleteWorkout(ada, kept)
  await show(page, 'today')
  await page.getByRole('heading', { name: 'Your next workout' }).waitFor()
  expect(await running.count()).toBe(0)
  expect(faults).toEqual([])
})

/** Holds back the answers of an address until the returned function is called. */
async function holdsBack(page: Page, address: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(address, async (route) => {
    await promise
    await route.fallback()
  })
  return resolve
}

browserTest('a goal is set from the skill, stands on Today, and is given up', async () => {
  const ada = await signUp(origin)
  const goals = () => ask<{ data: readonly object[] }>(origin, '/me/goals', { token: ada.accessToken })
  const page = await openApp(await newContext({ serviceWorkers: 'block' }), at('skills/exercise/pistol-squat'), ada)
  const deadline = daysAfter(new Date().toISOString().slice(0, 10), [200])[0]
  await page.getByText('Make it a goal').click()
  await page.getByLabel('Reps in one set').fill('5')
  await page.getByLabel('By, if there is a day').fill(`${deadline}`)
  const answerToday = await holdsBack(page, '**/me/today')
  await press(page, 'Set the goal')
  await page.getByRole('button', { name: 'Give it up' }).waitFor()
  expect(await page.getByText('Make it a goal').count()).toBe(0)
  answerToday()
  expect((await goals()).data).toMatchObject([
    { kind: 'reps', target: 5, deadline, exercise: { slug: 'pistol-squat' } },
  ])

  await show(page, 'today')
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Goals' }) })
  await card.getByText('Pistol squat').waitFor()
  await show(page, 'skills/exercise/pistol-squat')
  await press(page, 'Give it up')
  await page.getByText('Make it a goal').waitFor()
  await expect.poll(goals, { timeout: 10_000 }).toMatchObject({ data: [{ status: 'dropped' }] })
  await show(page, 'today')
  await card.getByText('No goal yet').waitFor()
})
