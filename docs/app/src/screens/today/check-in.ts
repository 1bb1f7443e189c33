import type { PainSite, RecordCheckIn } from '@calistheniq/client'

/** What is asked, from 1 to 5, where 5 is always best. */
export const questions = [
  { name: 'sleep', asks: 'Sleep', worst: 'bad', best: 'great' },
  { name: 'fatigue', asks: 'Freshness', worst: 'worn out', best: 'fresh' },
  { name: 'stress', asks: 'Calm', worst: 'stressed', best: 'calm' },
  { name: 'soreness', asks: 'Muscles', worst: 'very sore', best: 'not sore' },
] as const

/** Reads a check-in from its form: what was not answered is left out. Null when nothing was answered. */
export function checkInOf(form: FormData, date: string): RecordCheckIn | null {
  const answers = Object.fromEntries(
    [...questions.map(({ name }) => name), 'pain'].flatMap((name) => {
      const given = form.get(name)
      return typeof given === 'string' && given !== '' ? [[name, Number(given)]] : []
    }),
  )
  if (Object.keys(answers).length === 0) return null
  const painSite = form.get('painSite') as PainSite | '' | null
  return { date, ...answers, ...((answers.pain ?? 0) > 0 && painSite ? { painSite } : {}) }
}
