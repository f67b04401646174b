/** Rings up what the camera reads, as if a scanner had sent it. */
import { CameraSheet } from '../camera/camera-sheet.tsx';
import { useFormat, useWords } from '../till-context.ts';
import { shownSum } from './basket-figures.ts';
import type { SellControl } from './use-sell.ts';

interface CameraScanProps {
  readonly sell: SellControl;
  readonly onClose: () => void;
}

export function CameraScan({ sell, onClose }: CameraScanProps) {
  const news = useNews(sell);
  const ringUp = (code: string) => {
    // A weight or a price is being asked for: the goods before the camera are the same ones.
    if (sell.state.asking !== null) return;
    sell.send({ is: 'typed', text: code });
    sell.send({ is: 'enter' });
  };
  return <CameraSheet onCode={ringUp} onClose={onClose} news={news} />;
}

function useNews({ state, context }: SellControl): string | null {
  const words = useWords();
  const format = useFormat();
  const { notice, priced, active } = state;
  if (notice?.is === 'unknownCode') return words.sell.unknownCode(notice.code);
  if (notice?.is === 'refused') return words.refused[notice.refusal.code];
  const line = priced.lines.find((one) => one.line === active);
  if (line === undefined) return null;
  const sum = format.money(shownSum(line, context.terms.policy.tax.pricesIncludeTax));
  return words.camera.added(format.quantity(line.quantity, line.unit), line.name, sum);
}
