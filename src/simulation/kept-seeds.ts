/** Seeds that once went wrong, or that show what is rare, with what it is; they run with every test. */
export const KEPT_SEEDS: readonly (readonly [number, string])[] = [
  [10, 'a failover after the last look was waited for'],
  [139, 'a tablet asleep for eight hours at the end of the day'],
  [193, 'the ledger knew sales that the tablet had lost'],
  [401, 'two windows charged, one was killed before it showed *Paid*'],
  [638, 'tablet and head office lost the same sale'],
  [51, 'a bit flipped in a fact that waited, and it was offered alone for ever'],
  [349, 'what was pruned looked like another telling, for the second copy still told it'],
  [4, 'a tablet that lost everything, with its tail in the second copy'],
  [18, 'a restore after tills had pruned'],
  [1_011_202, 'two tellings of one journal, and a bit flipped where they part'],
  [1_001_221, 'a till set up anew while its second copy could not be read in'],
  [1_000_460, 'a till set up anew right after head office was restored'],
  [795_389_296, 'three tellings of one journal, of which two end before the third goes on'],
  [905_011_098, 'a head office restored to before a new key gave its series out once more'],
  [930_001_116, 'a disk so slow that the manager with the code for a new root had to wait for the start'],
  [940_006_175, 'a start on a dead handle, with a sale that nobody had seen'],
  [
    970_012_034,
    'a sale held with a flipped bit alone, and head office restored to before it right after the reset',
  ],
  [98, 'two tellings of one journal, the longer one in the second copy'],
];
