/** What is used of a package that has no types of its own. */
declare module 'pouchdb-browser' {
  // eslint-disable-next-line no-restricted-syntax -- so the package exports it
  export default class PouchDB {
    constructor(name: string, options: { readonly adapter: 'idb'; readonly auto_compaction: boolean });
    put(document: { readonly _id: string }): Promise<unknown>;
  }
}
