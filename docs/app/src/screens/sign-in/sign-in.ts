import type { Screen } from '../../shell/screen.js'
import type { Step } from './step.js'
import { byPassword } from './steps/by-password.js'
import { forgotten } from './steps/forgotten.js'
import { newPassword } from './steps/new-password.js'
import { returned } from './steps/returned.js'
import { secondFactor } from './steps/second-factor.js'
import { signUp } from './steps/sign-up.js'
import { verifyEmail } from './steps/verify-email.js'

/** The forms on the way in, by their names in the address: `#/sign-in/new`. */
const steps: Readonly<Record<string, Step>> = {
  new: signUp,
  code: secondFactor,
  verify: verifyEmail,
  forgotten,
  returned,
  'new-password': newPassword,
}

function stepAt([name = '']: readonly string[]): Step {
  const step = steps[name]
  return step && (step.isReady?.() ?? true) ? step : byPassword
}

export const signIn: Screen = {
  title: (rest) => stepAt(rest).title,
  needs: (rest) => stepAt(rest).needs ?? [],
  view: (rest) => stepAt(rest).view(),
}
