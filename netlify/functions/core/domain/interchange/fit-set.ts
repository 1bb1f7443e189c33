/** A set for a Garmin FIT file; a value is null when the set has none. */
export type FitSetSource = {
  readonly durationSeconds: number | null
  readonly reps: number | null
  readonly weightKg: number | null
}

/**
 * Raw fields of FIT message 225: milliseconds (uint32), repetitions (uint16), sixteenths of a
 * kilogram (uint16).
 */
export type FitSet = { readonly duration: number; readonly repetitions: number; readonly weight: number }

/** The numbers that FIT writes for an absent value. */
export const fitInvalid = { uint16: 0xffff, uint32: 0xffff_ffff } as const

const durationScale = 1000
const weightScale = 16

/**
 * Scales a set to FIT's raw fields. The scale of a weight here (x16) is not that of a workout step
 * (x100).
 */
export function fitSet({ durationSeconds, reps, weightKg }: FitSetSource): FitSet {
  return {
    duration: durationSeconds === null ? fitInvalid.uint32 : scaled(durationSeconds, durationScale),
    repetitions: reps ?? fitInvalid.uint16,
    weight: weightKg === null ? fitInvalid.uint16 : scaled(weightKg, weightScale),
  }
}

function scaled(value: number, scale: number): number {
  return Math.floor(scale * value + 0.5)
}
