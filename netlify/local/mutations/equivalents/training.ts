import type { Equivalent } from './equivalent.js'

export const trainingEquivalents: readonly Equivalent[] = [
  {
    file: 'training/judging/assign-sets.ts',
    original: 'return sum(targets.map((target, place) => Math.min(target, amounts[assigned[place] ?? -1] ?? 0)))',
    changed: [
      'return sum(targets.map((target, place) => Math.min(target, amounts[assigned[place] ?? -2] ?? 0)))',
      'return sum(targets.map((target, place) => Math.min(target, amounts[assigned[place] ?? -1] ?? 1)))',
      'return sum(targets.map((target, place) => Math.min(target, amounts[assigned[place] ?? -1] ?? -1)))',
    ],
    reason: 'both ways leave as many targets without a set, and no target is below 1',
  },
  {
    file: 'training/judging/capped-observation.ts',
    original: 'const cap = observation.defaultAmount * Math.exp(rules.ability.kappa * levels)',
    changed: ['const cap = observation.defaultAmount * Math.exp(rules.ability.kappa / levels)'],
    reason: 'kappa is 1, and so is the number of levels',
  },
  {
    file: 'training/judging/capped-observation.ts',
    original: 'if (estimateMax(observation, rules).estimate <= cap) return observation',
    changed: ['if (estimateMax(observation, rules).estimate < cap) return observation'],
    reason: 'no estimate is exactly e times a standard',
  },
  {
    file: 'training/judging/held-entries.ts',
    original: 'const [usual = 0] = exercise.standard.sets',
    changed: ['const [usual = 1] = exercise.standard.sets', 'const [usual = -1] = exercise.standard.sets'],
    reason: 'a standard has a set at least',
  },
  {
    file: 'training/judging/held-entries.ts',
    original:
      'return standardisedResidual(known, measure(observation, rules), rules) > rules.ability.reviewGateDeviations',
    changed: [
      'return standardisedResidual(known, measure(observation, rules), rules) >= rules.ability.reviewGateDeviations',
    ],
    reason: 'no residual is exactly at the threshold',
  },
  {
    file: 'training/judging/judge-work.ts',
    original: 'if (target === undefined || worth >= target || amount === 0) return worth',
    changed: ['if (target === undefined || worth > target || amount === 0) return worth'],
    reason: 'a set that meets its target exactly counts as its target either way',
  },
  {
    file: 'training/judging/last-trained.ts',
    original: 'if (keepsIt && lastSessionOn !== null && (last === null || lastSessionOn > last)) last = lastSessionOn',
    changed: [
      'if (keepsIt && lastSessionOn !== null && (last === null || lastSessionOn >= last)) last = lastSessionOn',
    ],
    reason: 'the same day is the same day',
  },
  {
    file: 'training/judging/moved-mass.ts',
    original: "return { kind: addedKg > plannedKg ? 'more' : 'less' }",
    changed: ["return { kind: addedKg >= plannedKg ? 'more' : 'less' }"],
    reason: 'the two masses differ there',
  },
  {
    file: 'training/judging/pain-in-category.ts',
    original:
      'const hurtsAt = (site: PainSite | null) => (one: PainBySite) => (one.get(site) ?? 0) >= painPersistent.painMin',
    changed: [
      'const hurtsAt = (site: PainSite | null) => (one: PainBySite) => (one.get(site) ?? 1) >= painPersistent.painMin',
      'const hurtsAt = (site: PainSite | null) => (one: PainBySite) => (one.get(site) ?? -1) >= painPersistent.painMin',
    ],
    reason: 'pain counts from 4 on, so that 1 or -1 says as little as 0',
  },
  {
    file: 'training/judging/pain-in-category.ts',
    original: 'worst.set(painSite, Math.max(worst.get(painSite) ?? 0, pain ?? 0))',
    changed: [
      'worst.set(painSite, Math.max(worst.get(painSite) ?? 1, pain ?? 0))',
      'worst.set(painSite, Math.max(worst.get(painSite) ?? -1, pain ?? 0))',
      'worst.set(painSite, Math.max(worst.get(painSite) ?? 0, pain ?? 1))',
      'worst.set(painSite, Math.max(worst.get(painSite) ?? 0, pain ?? -1))',
    ],
    reason: 'pain counts from 4 on, so that 1 or -1 says as little as 0',
  },
  {
    file: 'training/judging/rounds.ts',
    original: 'return Math.max(0, ...sets.map(({ pain }) => pain ?? 0))',
    changed: ['return Math.max(0, ...sets.map(({ pain }) => pain ?? -1))'],
    reason: 'the worst pain is at least 0, whatever a set without any counts',
  },
  {
    file: 'training/judging/tested-exercise.ts',
    original: 'id: numberedId(SessionExerciseId, 1),',
    changed: ['id: numberedId(SessionExerciseId, 2),', 'id: numberedId(SessionExerciseId, 0),'],
    reason: 'nobody keeps the ids of a test',
  },
  {
    file: 'training/judging/tested-exercise.ts',
    original: 'id: numberedId(SetId, index + 1),',
    changed: ['id: numberedId(SetId, index + 2),', 'id: numberedId(SetId, index + 0),'],
    reason: 'nobody keeps the ids of a test',
  },
  {
    file: 'training/judging/working-sets.ts',
    original:
      'const gapDays = working === null || lastTrainedOn === null ? 0 : daysBetween(lastTrainedOn, session.date)',
    changed: [
      'const gapDays = working === null || lastTrainedOn === null ? 1 : daysBetween(lastTrainedOn, session.date)',
      'const gapDays = working === null || lastTrainedOn === null ? -1 : daysBetween(lastTrainedOn, session.date)',
    ],
    reason: 'a break takes nothing back before its 14th day, so that one day is as good as none',
  },
  {
    file: 'training/derive.ts',
    original:
      "(directive, index): Step => ({ on: directive.on, at: directive.at, id: String(index).padStart(9, '0'), directive }),",
    changed: [
      "(directive, index): Step => ({ on: directive.on, at: directive.at, id: String(index).padStart(10, '0'), directive }),",
      "(directive, index): Step => ({ on: directive.on, at: directive.at, id: String(index).padStart(8, '0'), directive }),",
    ],
    reason: 'nobody has a hundred million directives',
  },
  {
    file: 'training/derive.ts',
    original: 'return a < b ? -1 : 1',
    changed: ['return a <= b ? -1 : 1', 'return a < b ? -2 : 1', 'return a < b ? -1 : 2'],
    reason: 'the two differ there, and only the sign of a comparison counts',
  },
  {
    file: 'training/explain-review.ts',
    original: 'const most = amountsInWords([Math.max(0, ...amounts)], metric)',
    changed: [
      'const most = amountsInWords([Math.max(1, ...amounts)], metric)',
      'const most = amountsInWords([Math.max(-1, ...amounts)], metric)',
    ],
    reason: 'what waits for review is more than one',
  },
  {
    file: 'training/fold-goals.ts',
    original: 'return monday >= mondayOf(setOn) && isEnough(sessionsByWeek.get(monday) ?? 0, target)',
    changed: ['return monday >= mondayOf(setOn) && isEnough(sessionsByWeek.get(monday) ?? -1, target)'],
    reason: 'no session is not enough, and less is not either',
  },
  {
    file: 'training/moment-of-directive.ts',
    original: "return texts.reduce((last, text) => (text > last ? text : last), '')",
    changed: ["return texts.reduce((last, text) => (text >= last ? text : last), '')"],
    reason: 'equal texts are the same text',
  },
  {
    file: 'training/records.ts',
    original: "...claim('added-weight', ({ weightKg }) => weightKg ?? 0),",
    changed: ["...claim('added-weight', ({ weightKg }) => weightKg ?? -1),"],
    reason: 'only more than nothing is a record',
  },
  {
    file: 'training/simulate.ts',
    original: 'id: numberedId(SessionExerciseId, 1),',
    changed: ['id: numberedId(SessionExerciseId, 2),', 'id: numberedId(SessionExerciseId, 0),'],
    reason: 'nobody keeps the ids of a simulation',
  },
  {
    file: 'training/simulate.ts',
    original: 'id: numberedId(SetId, index + 1),',
    changed: ['id: numberedId(SetId, index + 2),', 'id: numberedId(SetId, index + 0),'],
    reason: 'nobody keeps the ids of a simulation',
  },
  {
    file: 'training/simulate.ts',
    original: 'order: 1,',
    changed: ['order: 2,', 'order: 0,'],
    reason: 'a simulated session has one exercise',
  },
  {
    file: 'training/simulate.ts',
    original: 'setNumber: index + 1,',
    changed: ['setNumber: index - 1,', 'setNumber: index + 2,', 'setNumber: index + 0,'],
    reason: 'only the order of the sets counts',
  },
  {
    file: 'training/simulate.ts',
    original: 'weightKg: assisted ? -1 : null,',
    changed: ['weightKg: assisted ? -2 : null,'],
    reason: 'a kilogram stands for help of unknown worth',
  },
]
