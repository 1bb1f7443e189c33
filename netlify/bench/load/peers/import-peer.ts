/** Imports a package that the bench has installed for itself, from where the built server stands. */
export async function importPeer<Module>(name: string): Promise<Module> {
  return import(name)
}
