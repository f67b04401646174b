/** The shop's receipt before there is one: drawn as a till draws it, in the shop's language, for a sale that nobody made. */
import { useQuery } from '@tanstack/react-query';
import { receiptDocument } from '../../domain/receipt-document.ts';
import { sampleReceipt } from '../../domain/sample-receipt.ts';
import type { TestReceipt } from '../../protocol/set-up-messages.ts';
import { deReceipt } from '../../ui/receipt/german-receipt-words.ts';
import { makeReceiptFormat } from '../../ui/receipt/receipt-format.ts';
import { ReceiptSheet } from '../../ui/receipt/receipt-sheet.tsx';
import { enReceipt, type ReceiptWords } from '../../ui/receipt/receipt-words.ts';
import { meQuery } from '../ask/me-query.ts';
import { useShop } from '../shop-context.ts';
import { deSetUp } from '../words/de-set-up.ts';
import { enSetUp } from '../words/en-set-up.ts';
import { languageOf, type OfficeLanguage } from '../words/spoken.ts';

/** No till's series looks like it. */
const NUMBER = 'TEST-000001';
const CODE = 'TEST';

interface PaperWords {
  readonly words: ReceiptWords;
  readonly own: { readonly heading: string; readonly thing: string };
}

const PAPER_WORDS: Readonly<Record<OfficeLanguage, PaperWords>> = {
  en: { words: enReceipt, own: enSetUp.paper },
  de: { words: deReceipt, own: deSetUp.paper },
};

interface TestReceiptProps {
  readonly made: TestReceipt;
  /** Of the time printed on it. */
  readonly at: number;
}

export function TestReceiptPaper({ made: { policy, products }, at }: TestReceiptProps) {
  const { shop } = useShop();
  const servedBy = useQuery(meQuery).data?.name ?? '';
  const { words, own } = PAPER_WORDS[languageOf([policy.locale])];
  const { today: day } = shop;
  const body = sampleReceipt({ policy, products, day, receipt: NUMBER, thing: own.thing });
  const rows = receiptDocument({
    ...{ kind: 'saleCompleted', body, policy, day, anchoredMs: at },
    ...{ servedBy, code: CODE, isCopy: false },
  });
  return (
    <ReceiptSheet
      rows={rows}
      number={NUMBER}
      givesBack={false}
      speech={{ words, format: makeReceiptFormat(policy) }}
      isNone={own.heading}
    />
  );
}
