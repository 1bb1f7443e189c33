/** An athlete of the bench's database, with the access token that they ask with. */
export type Athlete = { readonly id: string; readonly token: string }

/** A week by its ISO name, with its Monday and its Sunday. */
export type Week = { readonly name: string; readonly from: string; readonly to: string }

/** A session that is under way. */
export type OpenSession = {
  readonly athlete: Athlete
  readonly id: string
  /** Its exercises, as they stand in it. */
  readonly exercises: readonly string[]
  /** The version of each exercise, where the session was read. */
  readonly versions?: readonly number[]
}

/** A question or a command in the words of the field; each server has its own way to be asked. */
export type Ask =
  | { readonly operation: 'library-list'; readonly category: string; readonly level: number }
  | { readonly operation: 'exercise'; readonly slug: string }
  | { readonly operation: 'week'; readonly athlete: Athlete; readonly week: Week }
  | { readonly operation: 'session'; readonly athlete: Athlete; readonly id: string }
  | { readonly operation: OwnRead; readonly athlete: Athlete }
  | { readonly operation: 'create-session'; readonly athlete: Athlete; readonly date: string }
  | {
      readonly operation: LogSet
      readonly athlete: Athlete
      readonly sessionId: string
      readonly exerciseId: string
      readonly setNumber: number
      /** That of the exercise, where who asks knows it. */
      readonly version?: number
    }
  | { readonly operation: 'complete-session'; readonly athlete: Athlete; readonly id: string }
  | { readonly operation: 'put-session'; readonly athlete: Athlete; readonly id: string; readonly at: Date }

/** A set is logged by an app that has the workout open, or by somebody who knows no version of it. */
export type LogSet = 'log-set' | 'log-set-blind'

/** What only this product answers, so that there is nothing to compare it with. */
export type OwnRead = 'today' | 'next-workout' | 'warnings' | 'readiness' | 'estimate' | 'mastery' | 'goals' | 'export'

export type OperationName = Ask['operation']

/** A request as it goes over the wire. */
export type WireRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** How a server is asked; null where it does not answer that. */
export type Dialect = (ask: Ask) => WireRequest | null

/** What each operation is called on the page. */
export const titles: Readonly<Record<OperationName, string>> = {
  'library-list': 'library list with filters',
  exercise: 'exercise by slug',
  week: 'my week',
  session: 'session with sets',
  today: 'today',
  'next-workout': 'next workout',
  warnings: 'warnings',
  readiness: 'readiness',
  estimate: 'level estimate',
  mastery: 'mastery',
  goals: 'goals',
  export: 'export',
  'create-session': 'create session',
  'log-set': 'log a set',
  'log-set-blind': 'log a set, version unknown',
  'complete-session': 'complete session',
  'put-session': 'PUT a whole session',
}
