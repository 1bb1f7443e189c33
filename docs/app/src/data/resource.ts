import { CalistheniqUnreachable, isProblem } from '@calistheniq/client'
import { redraw } from '../shell/redraw.js'
import { dropKept, type Kept, readKept, writeKept } from './kept.js'
import { oneAtATime } from './one-at-a-time.js'
import { tellOtherTabs } from './tabs.js'

/** Why the last request for an answer brought none. */
export type Fault = { readonly isUnreachable: boolean; readonly isGone: boolean; readonly detail: string }

/** An answer of the API that the device keeps: shown at once, and asked for again when somebody looks at it. */
export type Resource<Value> = {
  readonly key: string
  /** What is known; undefined before anything is, and once it is gone. */
  value(): Value | undefined
  /** What was known last, also of what is gone. */
  last(): Value | undefined
  /** When the API gave it; null before anything is known. */
  at(): Date | null
  fault(): Fault | null
  /** True while nothing is known and an answer may still come. */
  isAwaited(): boolean
  /**
   * Reads what the device keeps, then asks the API, unless the answer still lasts. Never rejects: `fault` tells.
   *
   * @param afterChange whether something was sent: a request that is under way may not know of it, so another follows.
   */
  refresh(afterChange?: boolean): Promise<void>
  /** Reads what the device keeps, as another tab may have written it. */
  reread(): Promise<void>
  /** Takes an answer that came in another way. */
  keep(value: Value): Promise<void>
  /** Forgets the answer: what it is about is gone. */
  forget(): Promise<void>
}

const opened = new Map<string, Resource<unknown>>()

/** Every resource that was read since the app opened. */
export function openedResources(): readonly Resource<unknown>[] {
  return [...opened.values()]
}

/**
 * Makes the resource of this key, which is one and the same for all that ask.
 *
 * @param lastsMs for how long an answer is not asked for again: for what hardly ever changes.
 */
export function resource<Value>(key: string, ask: () => Promise<Value>, { lastsMs = 0 } = {}): Resource<Value> {
  const known = opened.get(key) as Resource<Value> | undefined
  const made = known ?? makeResource(key, ask, lastsMs)
  opened.set(key, made)
  return made
}

function makeResource<Value>(key: string, ask: () => Promise<Value>, lastsMs: number): Resource<Value> {
  let kept: Kept<Value> | undefined
  let fault: Fault | null = null

  const write = async (answer: Kept<Value>) => {
    kept = answer
    redraw()
    await writeKept(key, answer)
    tellOtherTabs()
  }
  const take = async (value: Value) => {
    fault = null
    await write({ value, at: Date.now() })
  }
  const reread = async () => {
    const found = await readKept<Value>(key)
    if (found && found.at > (kept?.at ?? 0)) kept = found
    redraw()
  }
  const asking = oneAtATime(async () => {
    await reread()
    if (kept && Date.now() - kept.at < lastsMs) return
    const before = kept
    try {
      const answer = await ask()
      // what was kept meanwhile may be newer than this answer, which would take it away again
      if (kept === before) await take(answer)
      else asking.again()
    } catch (error) {
      fault = faultOf(error)
      redraw()
      if (fault.isGone && before && kept === before) await write({ ...before, at: Date.now(), isGone: true })
    }
  })

  const value = () => (kept?.isGone ? undefined : kept?.value)

  return {
    key,
    value,
    last: () => kept?.value,
    at: () => (kept ? new Date(kept.at) : null),
    fault: () => fault,
    isAwaited: () => value() === undefined && fault === null,
    refresh: asking.run,
    reread,
    keep: take,
    forget: async () => {
      kept = undefined
      await dropKept(key)
      redraw()
    },
  }
}

/** Says why a request failed; throws what is neither an answer nor the lack of one. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CalistheniqUnreachable)
    return { isUnreachable: true, isGone: false, detail: 'There is no network.' }
  if (!isProblem(error)) throw error
  const { status, detail } = error
  return { isUnreachable: status >= 500, isGone: status === 404, detail }
}
