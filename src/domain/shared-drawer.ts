/** What a till knew of the others at its drawer when its shift opened; `others` are all tills but itself. */
export type SharedDrawer =
  | { readonly is: 'countedHere'; readonly others: readonly string[] }
  | { readonly is: 'countedAt'; readonly till: string; readonly others: readonly string[] };
