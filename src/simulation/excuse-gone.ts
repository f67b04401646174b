/** What no copy holds any more, anywhere, is nobody's to send: taken down at the very moment at which the last one is harmed. */
import type { Shop } from './simulated-shop.ts';

/** @param act harms one holder of facts. @param notExcused what should be held elsewhere all the same. */
export function excuseGone(shop: Shop, act: () => void, notExcused: ReadonlySet<string> = new Set()): void {
  const before = heldHashes(shop);
  act();
  const after = heldHashes(shop);
  for (const hash of before) if (!after.has(hash) && !notExcused.has(hash)) shop.book.excused.add(hash);
}

function heldHashes({ office, tablets, book }: Shop): Set<string> {
  const held = new Set<string>();
  const asMade = new Map([...book.altered].map(([hash, bytes]) => [bytes, hash]));
  for (const rows of office.tables.facts.values())
    // A fact with a flipped bit is held by head office as evidence of the one that was made.
    for (const { hash, bytes } of rows) held.add(hash).add(asMade.get(bytes) ?? hash);
  for (const { disk, copy } of tablets) {
    for (const rows of disk.tables.facts.values()) for (const { hash } of rows) held.add(hash);
    // What was pruned is let go, though the copy's file may still tell it for a while.
    for (const hash of copy.hashes()) if (!book.pruned.has(hash)) held.add(hash);
  }
  return held;
}
