/** Two clocks, in milliseconds, because neither can be relied on alone. */
export type Clocks = {
  /** Never goes back, but may stand still while a function is frozen. */
  readonly running: () => number
  /** Goes on while a function is frozen, but may be set. */
  readonly wall: () => number
}

/** An instant, as both clocks have it. */
export type Moment = { readonly running: number; readonly wall: number }

/** Tells instants by two clocks. */
export type TwoClocks = {
  /** The instant so many milliseconds from now. */
  readonly after: (milliseconds: number) => Moment
  /** The milliseconds to an instant by the clock that comes to it first; none or fewer once it has passed. */
  readonly msUntil: (instant: Moment) => number
}

/** Makes instants of two clocks: neither can hold up what the other says has passed. */
export function twoClocks({ running, wall }: Clocks): TwoClocks {
  return {
    after: (milliseconds) => ({ running: running() + milliseconds, wall: wall() + milliseconds }),
    msUntil: (instant) => Math.min(instant.running - running(), instant.wall - wall()),
  }
}
