import { account } from '../screens/account/account.js'
import { next } from '../screens/next/next.js'
import { progress } from '../screens/progress/progress.js'
import { report } from '../screens/report/report.js'
import { skills } from '../screens/skills/skills.js'
import { start } from '../screens/start/start.js'
import { today } from '../screens/today/today.js'
import { week } from '../screens/week/week.js'
import { workout } from '../screens/workout/workout.js'
import type { Screen } from './screen.js'

/** Every screen for who is signed in, by its name in the address. */
export const screens: Readonly<Record<string, Screen>> = {
  today,
  skills,
  week,
  progress,
  account,
  next,
  workout,
  report,
  start,
}

/** The screens of the navigation, with what they are called there and their icons. */
export const navigation = [
  { name: 'today', label: 'Today', icon: 'today' },
  { name: 'skills', label: 'Skills', icon: 'skills' },
  { name: 'week', label: 'Week', icon: 'week' },
  { name: 'progress', label: 'Progress', icon: 'progress' },
  { name: 'account', label: 'You', icon: 'person' },
] as const
