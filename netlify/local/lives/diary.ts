import { addDays } from '#domain/calendar/days-between.js'
import type { Method, ScriptApi } from '../scripted-athlete/script-api.js'

const minuteMs = 60_000
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** The Monday on which every page begins. */
export const firstMonday = '2026-03-02'

/** Somebody's clock and requests, and the page that is written about them. */
export class Diary {
  readonly lines: string[] = []
  readonly #api: ScriptApi
  #clock = 0

  constructor(api: ScriptApi) {
    this.#api = api
  }

  /** Sets the clock to 17:00 UTC of a day; day 0 is the first Monday. */
  turnTo(day: number): void {
    this.#clock = Date.parse(`${dateOf(day)}T17:00:00.000Z`)
  }

  /** Sends a request, a minute later than the last one; throws when the API refuses. */
  async ask<Body>(method: Method, path: string, body?: unknown): Promise<Body> {
    this.#clock += minuteMs
    this.#api.setNow(new Date(this.#clock))
    const answered = await this.#api.send(method, path, body)
    if (answered.status >= 300)
      throw new Error(`${method} ${path}: ${answered.status} ${JSON.stringify(answered.body)}`)
    return answered.body as Body
  }

  say(...lines: readonly string[]): void {
    this.lines.push(...lines)
  }
}

export function dateOf(day: number): string {
  return addDays(firstMonday, day)
}

/** Returns a day as a reader looks for it: `Mon 2026-03-02`. */
export function dayInWords(day: number): string {
  return `${weekdays[weekdayOf(day)]} ${dateOf(day)}`
}

/** Returns the day of the week; 0 is Monday, also of days before the first. */
export function weekdayOf(day: number): number {
  return ((day % 7) + 7) % 7
}
