import type { Today } from '@calistheniq/client'
import { decisions } from '../../data/decisions.js'
import type { Resource } from '../../data/resource.js'
import { session, today } from '../../data/resources.js'
import { trainedHere } from '../../data/sessions.js'

/** The answer `today`, and with it all that it leads to, so that it opens without a network too. */
export const freshToday: Resource<Today> = {
  ...today,
  refresh: async (afterChange) => {
    const here = trainedHere()
    if (here !== null) await session(here).reread()
    await today.refresh(afterChange)
    const { sessions, ahead } = today.value() ?? { sessions: [], ahead: [] }
    const open = (sessions ?? []).filter(({ status }) => status === 'planned' || status === 'in_progress')
    const completed = (sessions ?? []).filter(({ status }) => status === 'completed')
    await Promise.all([
      ...[...open, ...ahead.slice(0, 1)].map(keep),
      ...completed.map(({ id }) => decisions(id).refresh()),
      ...(here === null ? [] : [keepUnlisted(here, sessions ?? [])]),
    ])
  },
}

/** Asks for an open session that was trained here and that the API does not list: it may be deleted, or of another day. */
async function keepUnlisted(id: string, listed: readonly { readonly id: string }[]): Promise<void> {
  const status = session(id).value()?.status
  const isOpen = status === 'planned' || status === 'in_progress'
  if (isOpen && !listed.some((each) => each.id === id)) await session(id).refresh()
}

/** Asks for a session unless the device keeps this version of it. */
async function keep({ id, version }: { readonly id: string; readonly version: number }): Promise<void> {
  const kept = session(id)
  await kept.reread()
  if (kept.value()?.version !== version) await kept.refresh()
}
