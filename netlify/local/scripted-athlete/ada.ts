import { addDays } from '#domain/calendar/days-between.js'
import type { Method, ScriptApi } from './script-api.js'

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export type Day = (typeof days)[number]

const minuteMs = 60_000

/** A session that Ada has trained. */
export type Diary = { readonly path: string; readonly on: string; readonly exercises: ReadonlyMap<string, string> }

/** Ada, her clock, her diary, and the transcript of what she asks and is answered. */
export class Ada {
  /** Sessions by the name that the script gives them. */
  readonly diary = new Map<string, Diary>()
  /** Ids of planned sessions, by the same. */
  readonly plans = new Map<string, string>()
  readonly lines: string[] = []
  readonly #api: ScriptApi
  #monday: string
  #clock = 0

  constructor(api: ScriptApi, monday: string) {
    this.#api = api
    this.#monday = monday
  }

  /** The next week begins, with a heading of its own. */
  beginWeek(number: number, title: string): void {
    if (number > 1) this.#monday = addDays(this.#monday, 7)
    this.say('', `## Week ${number}: ${title}`)
  }

  /** The date of a day of this week, or of one some weeks ago. */
  dateOf(day: Day, weeksAgo = 0): string {
    return addDays(this.#monday, days.indexOf(day) - 7 * weeksAgo)
  }

  /** The date of the clock. */
  get today(): string {
    return new Date(this.#clock).toISOString().slice(0, 10)
  }

  /** It is six in the evening of a day of this week. */
  wake(day: Day): void {
    this.#clock = Date.parse(`${this.dateOf(day)}T17:00:00.000Z`)
    this.#api.setNow(new Date(this.#clock))
  }

  /** Asks the API, a minute later than the last time; throws when it refuses. */
  async ask<Body>(method: Method, path: string, body?: unknown): Promise<Body> {
    const answered = await this.#send(method, path, body)
    if (answered.status >= 300)
      throw new Error(`${method} ${path}: ${answered.status} ${JSON.stringify(answered.body)}`)
    return answered.body as Body
  }

  /** Asks for what is refused, and returns why. */
  async refused(method: Method, path: string, body?: unknown): Promise<{ code: string; errors: { detail: string }[] }> {
    const answered = await this.#send(method, path, body)
    if (answered.status < 400) throw new Error(`${method} ${path} was not refused`)
    return answered.body as { code: string; errors: { detail: string }[] }
  }

  say(...lines: string[]): void {
    this.lines.push(...lines)
  }

  async #send(method: Method, path: string, body: unknown): Promise<{ status: number; body: unknown }> {
    this.#clock += minuteMs
    this.#api.setNow(new Date(this.#clock))
    return this.#api.send(method, path, body)
  }
}

/** Something that happens in a week. */
export type Happening = (ada: Ada) => Promise<void>

/** It happens in the evening of a day. */
export function on(day: Day, happening: Happening): Happening {
  return async (ada) => {
    ada.wake(day)
    ada.say('', `**${day} ${ada.dateOf(day)}.**`)
    await happening(ada)
  }
}
