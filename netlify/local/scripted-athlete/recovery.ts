import type * as z from 'zod'
import type { ReadinessResource } from '#orchestration/check-ins/support/readiness.schema.js'
import type { DeloadAdvice, LightenedSession } from '#orchestration/deload/support/deload.schema.js'
import type { WarningsResource } from '#orchestration/load/support/warnings.schema.js'
import type { Ada, Happening } from './ada.js'

/** Checks in for today, and reads her readiness. */
export function checksIn(checkIn: Readonly<Record<string, number | string>>): Happening {
  return async (ada) => {
    await ada.ask('post', '/me/check-ins', { date: ada.today, ...checkIn })
    const ready = await ada.ask<z.output<typeof ReadinessResource>>('get', '/me/readiness')
    const said = Object.entries(checkIn).map(([item, value]) => `${item} ${value}`)
    ada.say(`Check-in: ${said.join(', ')}. ${ready.explanation} (\`${ready.ruleId}\`)`)
  }
}

/** Reads the warnings. */
export function readsWarnings(): Happening {
  return async (ada) => {
    const { overall, flags, note } = await ada.ask<z.output<typeof WarningsResource>>('get', '/me/warnings')
    ada.say(`Warnings: ${overall}. ${note}`, '')
    for (const { code, severity, explanation } of flags) ada.say(`- ${severity} \`${code}\`: ${explanation}`)
  }
}

/** Asks whether a deload is due. */
export function asksForDeload(): Happening {
  return async (ada) => {
    const { due, explanation, triggers } = await ada.ask<DeloadAdvice>('get', '/me/deload')
    ada.say(`A deload is ${due ? 'due' : 'not due'}. ${explanation}`)
    for (const { trigger, explanation: why } of triggers) ada.say(`- \`${trigger}\`: ${why}`)
  }
}

type Begun = Pick<NonNullable<DeloadAdvice['current']>, 'startsOn' | 'endsOn' | 'triggers' | 'rpeCap'> & Lightened
type Lightened = { readonly sessions: readonly LightenedSession[] }

/** Begins a deload today. */
export function beginsDeload(): Happening {
  return async (ada) => {
    const { startsOn, endsOn, triggers, rpeCap, sessions } = await ada.ask<Begun>('post', '/me/deload', {})
    ada.say(`Deload from ${startsOn} to ${endsOn} (${triggers.join(', ')}), no set beyond RPE ${rpeCap}.`, '')
    sayLighter(ada, sessions)
  }
}

type Return = Pick<DeloadAdvice, 'returns' | 'explanation'> & Lightened

/** Applies the return plan after a break. */
export function comesBack(): Happening {
  return async (ada) => {
    const { explanation, returns, sessions } = await ada.ask<Return>('post', '/me/return-plan')
    ada.say(`The way back. ${explanation}`, '')
    for (const { category, explanation: how, ruleId } of returns) ada.say(`- ${category}: ${how} (\`${ruleId}\`)`)
    sayLighter(ada, sessions)
  }
}

function sayLighter(ada: Ada, sessions: readonly LightenedSession[]): void {
  for (const { date, exercises } of sessions) {
    const fewer = exercises.map(
      ({ exercise, setsBefore, setsAfter }) => `${exercise.name} ${setsBefore} → ${setsAfter}`,
    )
    ada.say(`- The session of ${date} has fewer sets: ${fewer.join(', ')}.`)
  }
}
