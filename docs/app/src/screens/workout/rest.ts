import { note, noted } from '../../data/noted.js'
import { redraw } from '../../shell/redraw.js'
import { announce } from '../../ui/announce.js'

/** A rest between two sets; times in milliseconds since 1970. */
export type Rest = { readonly sessionId: string; readonly endsAt: number; readonly seconds: number }

let ticking: ReturnType<typeof setInterval> | undefined

/** The rest that runs or has just ended; it goes on while the app is closed. */
export function currentRest(): Rest | null {
  const text = noted('rest')
  return text === null ? null : (JSON.parse(text) as Rest)
}

/** Seconds that are left of a rest, 0 when it is over. */
export function secondsLeft({ endsAt }: Rest): number {
  return Math.max(0, Math.ceil((endsAt - Date.now()) / 1000))
}

export function beginRest(sessionId: string, seconds: number): void {
  save({ sessionId, seconds, endsAt: Date.now() + seconds * 1000 })
}

export function prolongRest(by: number): void {
  const rest = currentRest()
  if (rest) save({ ...rest, seconds: rest.seconds + by, endsAt: Math.max(Date.now(), rest.endsAt) + by * 1000 })
}

export function endRest(): void {
  note('rest', null)
  clearInterval(ticking)
  ticking = undefined
  redraw()
}

/** Draws the time that is left each second, and tells when it is over. */
export function watchRest(): void {
  const rest = currentRest()
  if (rest === null || ticking !== undefined || secondsLeft(rest) === 0) return
  ticking = setInterval(() => {
    redraw()
    const now = currentRest()
    if (now !== null && secondsLeft(now) > 0) return
    clearInterval(ticking)
    ticking = undefined
    if (now !== null) tellEnd()
  }, 1000)
}

function save(rest: Rest): void {
  note('rest', JSON.stringify(rest))
  watchRest()
  redraw()
}

function tellEnd(): void {
  announce('Rest is over.')
  navigator.vibrate?.([200, 100, 200])
}
