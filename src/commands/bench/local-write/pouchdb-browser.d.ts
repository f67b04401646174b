/** What is used of a package that has no types of its own. */
declare module 'pouchdb-browser' {
  export default class PouchDB {
    constructor(name: string, options: { readonly adapter: 'idb'; readonly auto_compaction: boolean });
    put(document: { readonly _id: string }): Promise<unknown>;
  }
}
