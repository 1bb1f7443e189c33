import * as z from 'zod'
import { equipmentHints } from '#domain/coach/plan/equipment-hints.js'
import { planWeeks } from '#domain/coach/plan/plan-weeks.js'
import { inOneGo } from '#domain/values/in-one-go.js'
import { adapter, whole } from '../adapter.js'
import { vectorAthlete, viewOf } from '../coach-athlete.js'
import { eachItem, fields } from '../shape.js'

const hints = adapter(
  z.object({ athlete: vectorAthlete, day: whole }),
  eachItem(fields({ item: 'exact', slots: eachItem('exact') })),
  ({ athlete, day }, rules) => equipmentHints(viewOf(athlete, day, rules)),
)

const plan = adapter(
  z.object({ athlete: vectorAthlete, start: whole, weeks: whole, minutes: whole, weeks_since_deload: whole }),
  eachItem(fields({ day: 'exact', kind: 'exact', rule: 'exact', deload: 'exact', items: eachItem('exact') })),
  ({ athlete, start, weeks, minutes, weeks_since_deload: weeksSinceDeload }, rules) => {
    const request = { weeks, minutes, weeksSinceDeload, deloads: [], returnMultipliers: [] }
    return inOneGo(planWeeks(viewOf(athlete, start, rules), request)).flatMap((week) =>
      week.days.map(({ day, kind, rules: [first], items }) => ({
        day,
        kind,
        rule: first.id,
        deload: week.deload,
        items: items.map(({ key, exercise, sets }) => [key, exercise.slug, sets.length]),
      })),
    )
  },
)

export const coachPlanAdapters = { equipment_hint: hints, plan }
