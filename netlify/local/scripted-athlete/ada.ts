import { addDays } from '#domain/calendar/days-between.js'
import type { Method, ScriptApi } from './script-api.js'

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
export type Day = (typeof days)[number]

const minuteMs = 60_000

/** A session that Ada has performed. */
export type Diary = { readonly path: string; readonly on: string; readonly exercises: ReadonlyMap<string, string> }

/** Ada, with her clock, her diary, and the transcript of her requests and their answers. */
export class Ada {
  /** The performed sessions, by the name that the script gives them. */
  readonly diary = new Map<string, Diary>()
  /** The ids of planned sessions, by the name that the script gives them. */
  readonly plans = new Map<string, string>()
  readonly lines: string[] = []
  readonly #api: ScriptApi
  #monday: string
  #clock = 0

  constructor(api: ScriptApi, monday: string) {
    this.#api = api
    this.#monday = monday
  }

  /** Begins the next week, with a heading of its own. */
  beginWeek(number: number, title: string): void {
    if (number > 1) this.#monday = addDays(this.#monday, 7)
    this.say('', `## Week ${number}: ${title}`)
  }

  /** Returns the date of a day of this week, or of an earlier week. */
  dateOf(day: Day, weeksAgo = 0): string {
    return addDays(this.#monday, days.indexOf(day) - 7 * weeksAgo)
  }

  /** Returns the date that her clock shows. */
  get today(): string {
    return new Date(this.#clock).toISOString().slice(0, 10)
  }

  /** Sets her clock to 17:00 UTC on a day of this week. */
  wake(day: Day): void {
    this.#clock = Date.parse(`${this.dateOf(day)}T17:00:00.000Z`)
    this.#api.setNow(new Date(this.#clock))
  }

  /** Sends a request, a minute later than the last one; throws when the API refuses. */
  async ask<Body>(method: Method, path: string, body?: unknown): Promise<Body> {
    const answered = await this.#send(method, path, body)
    if (answered.status >= 300)
      throw new Error(`${method} ${path}: ${answered.status} ${JSON.stringify(answered.body)}`)
    return answered.body as Body
  }

  /** Sends a request that the API must refuse, and returns the refusal. */
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

/** Makes it happen in the evening of a day. */
export function on(day: Day, happening: Happening): Happening {
  return async (ada) => {
    ada.wake(day)
    ada.say('', `**${day} ${ada.dateOf(day)}.**`)
    await happening(ada)
  }
}
