import type { GoalResource } from '#orchestration/goals/support/goal-resource.schema.js'
import type { Ada, Happening } from './ada.js'

/** Makes several things happen, one after the other. */
export function inTurn(...happenings: readonly Happening[]): Happening {
  return async (ada) => {
    for (const happening of happenings) await happening(ada)
  }
}

/** Updates her profile. */
export function tells(profile: object, sentence: string): Happening {
  return async (ada) => {
    await ada.ask('patch', '/me', profile)
    ada.say(sentence)
  }
}

/** Consents to the use of her health data. */
export function consents(): Happening {
  return async (ada) => {
    await ada.ask('put', '/me/consents/health-data', { given: true })
    ada.say('Ada consents to the use of her health data: body mass, pain, check-ins.')
  }
}

/** Sets a goal. */
export function aimsAt(goal: object): Happening {
  return async (ada) => ada.say(goalLine(await ada.ask<GoalResource>('post', '/me/goals', goal)))
}

/** Reads her progress towards her goals. */
export function reviewsGoals(): Happening {
  return async (ada) => {
    const { data } = await ada.ask<{ data: GoalResource[] }>('get', '/me/goals')
    for (const line of data.map(goalLine).toSorted()) ada.say(line)
  }
}

function goalLine({ kind, exercise, target, status, eta }: GoalResource): string {
  const what = [kind, exercise?.name, target].filter((part) => part !== null && part !== undefined).join(' ')
  return `- Goal: ${what}, ${status}. ${eta?.explanation ?? ''} (\`${eta?.ruleId}\`)`
}

type Listed<Item> = { readonly data: readonly Item[] }
type Configured = { readonly exercise: { readonly name: string }; readonly masteredAt: string | null }
type PersonalRecord = Configured & { readonly kind: string; readonly value: number; readonly on: string }
type Adherence = { readonly longestStreakWeeks: number; readonly weeks: readonly { readonly completed: number }[] }

/** Reads the results of twelve weeks. */
export function looksBack(): Happening {
  return async (ada) => {
    const exercises = await ada.ask<Listed<Configured>>('get', '/me/exercises?limit=100')
    const mastered = exercises.data.flatMap(({ exercise, masteredAt }) =>
      masteredAt ? [`- Mastered on ${masteredAt.slice(0, 10)}: ${exercise.name}.`] : [],
    )
    const records = await ada.ask<Listed<PersonalRecord>>('get', '/me/records?limit=100')
    const best = records.data.map(
      ({ exercise, kind, value, on }) => `- Record of ${on}: ${exercise.name}, ${kind} ${value}.`,
    )
    ada.say(...mastered.toSorted(), ...best.toSorted(), await adherenceLine(ada))
  }
}

async function adherenceLine(ada: Ada): Promise<string> {
  const { longestStreakWeeks, weeks } = await ada.ask<Adherence>('get', '/me/adherence')
  const sessions = weeks.reduce((sum, { completed }) => sum + completed, 0)
  return `- ${sessions} sessions in ${weeks.length} weeks with a plan; the longest streak was ${longestStreakWeeks} of them.`
}
