import { screenOf } from '../../shell/pages.js'
import { byPassword } from './steps/by-password.js'
import { forgotten } from './steps/forgotten.js'
import { newPassword } from './steps/new-password.js'
import { returned } from './steps/returned.js'
import { secondFactor } from './steps/second-factor.js'
import { signUp } from './steps/sign-up.js'
import { verifyEmail } from './steps/verify-email.js'

/** The ways in, one form at a time: `#/sign-in/new` makes an account. */
export const signIn = screenOf(byPassword, {
  new: signUp,
  code: secondFactor,
  verify: verifyEmail,
  forgotten,
  'new-password': newPassword,
  returned,
})
