const channel = new BroadcastChannel('calistheniq')

/** Tells the other tabs of this origin that what the device keeps has changed. */
export function tellOtherTabs(): void {
  channel.postMessage('changed')
}

/** Calls when another tab changed what the device keeps. */
export function whenOtherTabChanges(react: () => void): void {
  channel.addEventListener('message', react)
}
