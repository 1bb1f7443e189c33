import type { TrainingRules } from '#domain/rules/training-rules.js'

const fourPhases = /^(\d+|X)-(\d+|X)-(\d+|X)-(\d+|X)$/i

/**
 * Returns the seconds of one repetition at a tempo "E-B-C-T": eccentric, bottom pause, concentric,
 * top pause; X is as fast as possible and counts one second (notation: Wilk 2018, 2021). Null for
 * `hold`, which has no repetitions.
 *
 * @throws RangeError when the text is neither.
 */
export function tempoSeconds(tempo: string, rules: TrainingRules): number | null {
  if (tempo === 'hold') return null
  const phases = fourPhases.exec(tempo)
  if (phases === null) throw new RangeError(`tempo "${tempo}" is neither four phases such as 2-0-X-1 nor "hold"`)
  return phases.slice(1).reduce((total, phase) => total + phaseSeconds(phase, rules), 0)
}

function phaseSeconds(phase: string, rules: TrainingRules): number {
  return phase.toUpperCase() === 'X' ? rules.effort.explosivePhaseSeconds : Number(phase)
}
