const prefix = 'calistheniq.noted.'

/** Small things that this device remembers of its athlete, such as the rest that runs; read at once, unlike answers. */
export function noted(name: string): string | null {
  return localStorage.getItem(prefix + name)
}

/** Remembers something, or forgets it. */
export function note(name: string, text: string | null): void {
  if (text === null) localStorage.removeItem(prefix + name)
  else localStorage.setItem(prefix + name, text)
}

/** Forgets all of it: somebody else is here now. */
export function forgetNotes(): void {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix))
  for (const name of names) localStorage.removeItem(name)
}
