import type { RecordKind } from '@calistheniq/client'

/** A record in short: `12 reps`, `40 s`, `+10 kg`. */
export function recordText(kind: RecordKind, value: number): string {
  switch (kind) {
    case 'reps':
      return `${value} ${value === 1 ? 'rep' : 'reps'}`
    case 'hold':
      return `${value} s`
    case 'added-weight':
      return `+${value} kg`
  }
}
