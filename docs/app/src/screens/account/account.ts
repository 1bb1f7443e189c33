import { screenOf } from '../../shell/pages.js'
import { changes } from './changes/changes.js'
import { overview } from './overview.js'
import { deleteAccount } from './privacy/delete-account.js'
import { privacy } from './privacy/privacy.js'
import { profilePage } from './profile.js'
import { devices } from './security/devices.js'
import { passkeys } from './security/passkeys.js'
import { password } from './security/password.js'
import { secondFactor } from './security/second-factor.js'
import { security } from './security/security.js'
import { levelsPage } from './training/levels.js'
import { training } from './training/training.js'

/** What concerns the athlete and not a workout, a page for each question. */
export const account = screenOf(overview, {
  profile: profilePage,
  training,
  levels: levelsPage,
  security,
  password,
  'second-factor': secondFactor,
  passkeys,
  devices,
  privacy,
  delete: deleteAccount,
  changes,
})
