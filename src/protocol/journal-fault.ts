/** What can be wrong with an exported journal, and the sentence that names it. */
export type JournalFault =
  | {
      readonly is: 'certificate' | 'headerSignature' | 'endMissing' | 'endWrong' | 'afterEnd' | 'lineTooLong';
    }
  | {
      readonly is: FactFault;
      /** Receipt series of the incarnation: the name people know it by. */
      readonly series: string;
      /** The first fact that is not as the till made it. */
      readonly no: number;
    };

export type FactFault =
  | 'unreadable'
  | 'altered'
  | 'replaced'
  | 'notAsSigned'
  | 'unlinked'
  | 'missing'
  | 'cut'
  | 'swapped'
  | 'repeated'
  | 'forked'
  | 'foreign'
  | 'added'
  | 'signatureStripped'
  | 'signatureWrong';

export function faultSentence(fault: JournalFault): string {
  return 'no' in fault ? factSentence(fault.is, fault.series, fault.no) : FILE_SENTENCES[fault.is];
}

const FILE_SENTENCES: Readonly<Record<Exclude<JournalFault['is'], FactFault>, string>> = {
  certificate: 'The certificate in the first line was not made by this head office for this till.',
  headerSignature:
    'The first line was altered: the till’s signature over it is missing or does not fit. The facts are as the till signed them.',
  endMissing: 'The file was cut at its very end: all facts are there, but its last line is missing.',
  endWrong: 'The last line was altered: it states another number of facts than there are.',
  afterEnd: 'Something was added after the last line.',
  lineTooLong: 'A line is longer than any fact can be.',
};

function factSentence(is: FactFault, series: string, no: number): string {
  const fact = `Fact ${String(no)} of ${series}`;
  const before = String(no - 1);
  switch (is) {
    case 'unreadable':
      return `${fact} was altered: its line is no fact any more.`;
    case 'altered':
      return `${fact} was altered: its bytes do not give the hash recorded beside it.`;
    case 'replaced':
      return `${fact} was altered and hashed anew: the fact after it, which the till signed, names another one.`;
    case 'notAsSigned':
      return `${fact} is not the one the till signed: it, or facts shortly before it, were altered and hashed anew.`;
    case 'unlinked':
      return `${fact} was altered or put in: it does not follow fact ${before}.`;
    case 'missing':
      return `${fact} was dropped: another one stands in its place.`;
    case 'cut':
      return `The file was cut: it ends before fact ${String(no)} of ${series}.`;
    case 'swapped':
      return `${fact} was swapped with the one after it.`;
    case 'repeated':
      return `${fact} stands there twice.`;
    case 'forked':
      return `The journal forks at fact ${String(no)} of ${series}: there are two different facts of that number, or one that does not follow fact ${before} though the till signed both.`;
    case 'foreign':
      return `${fact} is of another till or another journal.`;
    case 'added':
      return `${fact} was added: the till signed only as far as fact ${before}.`;
    case 'signatureStripped':
      return `The till’s signature over fact ${String(no)} of ${series} was stripped.`;
    case 'signatureWrong':
      return `The signature over fact ${String(no)} of ${series} is not this till’s.`;
  }
}
