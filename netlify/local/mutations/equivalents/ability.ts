import type { Equivalent } from './equivalent.js'

export const abilityEquivalents: readonly Equivalent[] = [
  {
    file: 'ability/ability.ts',
    original: 'for (let level = max; level >= 1; level -= 1) {',
    changed: ['for (let level = max; level >= 0; level -= 1) {'],
    reason: 'below level 1 there is level 0 alone, which is returned either way',
  },
  {
    file: 'ability/ability.ts',
    original: 'if (probabilityAtLeast(ability, level, rules) >= probabilityMin) return level',
    changed: ['if (probabilityAtLeast(ability, level, rules) > probabilityMin) return level'],
    reason: 'no probability is exactly at the threshold',
  },
  {
    file: 'ability/measurement.ts',
    original: 'level: observation.difficulty + Math.log(maximum / observation.defaultAmount) / kappa,',
    changed: ['level: observation.difficulty + Math.log(maximum / observation.defaultAmount) * kappa,'],
    reason: 'kappa is 1',
  },
  {
    file: 'ability/measurement.ts',
    original: '(relativeError(observation, maximum, rules) / kappa) ** 2 +',
    changed: ['(relativeError(observation, maximum, rules) * kappa) ** 2 +'],
    reason: 'kappa is 1',
  },
  {
    file: 'ability/measurement.ts',
    original: 'return (rules.ability.sigmaDay / rules.ability.kappa) ** 2',
    changed: ['return (rules.ability.sigmaDay * rules.ability.kappa) ** 2'],
    reason: 'kappa is 1',
  },
  {
    file: 'ability/normal-distribution.ts',
    original: 'return z >= 8 ? z + 1 / z : normalDensity(z) / normalCumulative(-z)',
    changed: ['return z > 8 ? z + 1 / z : normalDensity(z) / normalCumulative(-z)'],
    reason: 'the asymptote at 8 is the hazard, to the third decimal',
  },
  {
    file: 'ability/normal-distribution.ts',
    original: 'return x < tailFrom ? 1 - errorSeries(x) : errorTail(x)',
    changed: ['return x <= tailFrom ? 1 - errorSeries(x) : errorTail(x)'],
    reason: 'series and continued fraction agree where they meet',
  },
  {
    file: 'ability/two-hypotheses/hypotheses.ts',
    original: 'const isOfAbility = (index: number) => index < stateSize || index % stateSize === 0',
    changed: ['const isOfAbility = (index: number) => index <= stateSize || index % stateSize === 0'],
    reason: 'the element after the first row is in the first column',
  },
  {
    file: 'ability/two-hypotheses/joint-state.ts',
    original: 'const size = stateSize + 1 + offsets.size',
    changed: ['const size = stateSize + 2 + offsets.size'],
    reason: 'a further row of zeros changes nothing',
  },
  {
    file: 'ability/two-hypotheses/joint-state.ts',
    original: 'const [mean = 0] = before.get(exercise) ?? []',
    changed: ['const [mean = 1] = before.get(exercise) ?? []', 'const [mean = -1] = before.get(exercise) ?? []'],
    reason: 'every exercise of a session has an offset',
  },
  {
    file: 'ability/two-hypotheses/session-residual.ts',
    original:
      'const readings = observations.map((one) => readSet(one, hypothesis.state, offsets.get(one.exercise)?.[0] ?? 0, rules))',
    changed: [
      'const readings = observations.map((one) => readSet(one, hypothesis.state, offsets.get(one.exercise)?.[0] ?? 1, rules))',
      'const readings = observations.map((one) => readSet(one, hypothesis.state, offsets.get(one.exercise)?.[0] ?? -1, rules))',
    ],
    reason: 'every exercise of a session has an offset',
  },
  {
    file: 'ability/two-hypotheses/side-of-session.ts',
    original: '.filter(({ reading, distance }) => !reading.lowerBound || distance > 0)',
    changed: ['.filter(({ reading, distance }) => !reading.lowerBound || distance >= 0)'],
    reason: 'no distance is exactly 0',
  },
  {
    file: 'ability/two-hypotheses/side-of-session.ts',
    original: 'if (told.every(({ distance }) => distance > deviations)) return 1',
    changed: ['if (told.every(({ distance }) => distance >= deviations)) return 1'],
    reason: 'no distance is exactly at the threshold',
  },
  {
    file: 'ability/two-hypotheses/side-of-session.ts',
    original: 'return told.every(({ distance }) => distance < -deviations) ? -1 : 0',
    changed: ['return told.every(({ distance }) => distance <= -deviations) ? -1 : 0'],
    reason: 'no distance is exactly at the threshold',
  },
  {
    file: 'ability/two-hypotheses/update-hypotheses.ts',
    original:
      'const readings = observations.map((one) => readSet(one, before.state, offsets.get(one.exercise)?.[0] ?? 0, rules))',
    changed: [
      'const readings = observations.map((one) => readSet(one, before.state, offsets.get(one.exercise)?.[0] ?? 1, rules))',
      'const readings = observations.map((one) => readSet(one, before.state, offsets.get(one.exercise)?.[0] ?? -1, rules))',
    ],
    reason: 'every exercise of a session has an offset',
  },
  {
    file: 'ability/two-hypotheses/update-hypotheses.ts',
    original: 'surprising: Math.abs(distance) > reviewDeviations,',
    changed: ['surprising: Math.abs(distance) >= reviewDeviations,'],
    reason: 'no distance is exactly at the threshold',
  },
  {
    file: 'ability/two-hypotheses/update-hypotheses.ts',
    original: 'surprising: distance > reviewDeviations,',
    changed: ['surprising: distance >= reviewDeviations,'],
    reason: 'no distance is exactly at the threshold',
  },
  {
    file: 'ability/update-ability.ts',
    original: 'Math.abs(standardisedResidual(ability, measurement, rules)) > rules.ability.reviewGateDeviations',
    changed: ['Math.abs(standardisedResidual(ability, measurement, rules)) >= rules.ability.reviewGateDeviations'],
    reason: 'no residual is exactly at the threshold',
  },
  {
    file: 'ability/update-ability.ts',
    original: 'return measurement !== undefined && (!measurement.lowerBound || measurement.level > ability.mean)',
    changed: ['return measurement !== undefined && (!measurement.lowerBound || measurement.level >= ability.mean)'],
    reason: 'what is held lies far from the mean',
  },
  {
    file: 'ability/two-hypotheses/session-residual.ts',
    original: 'slopes[at] = elementAt(slopes, at) + share * slope',
    changed: ['slopes[at] = elementAt(slopes, at) - share * slope'],
    reason: 'slopes with the other sign have the same variance',
  },
]
