import type { Input } from '@calistheniq/client'
import { ciq } from '../../data/client.js'
import { profile } from '../../data/resources.js'

/** Changes the named fields of the profile, and keeps the answer. */
export async function saveProfile(body: NonNullable<Input<'me.patch'>['body']>): Promise<void> {
  await profile.keep(await ciq.me.patch({ body }))
}
