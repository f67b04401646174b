/** Baskets parked on other tills of the shop: to be taken up here while head office can be reached. */
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useActWords } from '../act-words.ts';
import type { SaleDesk } from '../sell/sale-desk.ts';
import { personNamed, useShop, type Person } from '../till-context.ts';
import type { BasketElsewhere } from '../till-ports.ts';
import { ParkProblemNotice } from './park-problem-notice.tsx';
import { useParkedElsewhere, type ElsewhereControl } from './use-parked-elsewhere.ts';

interface ParkedElsewhereProps {
  readonly desk: SaleDesk;
  readonly clerk: Person;
  readonly isDeskFree: boolean;
}

export function ParkedElsewhere({ desk, clerk, isDeskFree }: ParkedElsewhereProps) {
  const words = useActWords().elsewhere;
  const control = useParkedElsewhere(desk, clerk);
  return (
    <section className="parked-elsewhere">
      <h3>{words.title}</h3>
      <ElsewhereProblemNotice control={control} />
      <ElsewhereList control={control} isDeskFree={isDeskFree} />
    </section>
  );
}

function ElsewhereProblemNotice({ control: { problem } }: { readonly control: ElsewhereControl }) {
  const words = useActWords().elsewhere;
  if (problem === 'gone' || problem === 'unreachable') {
    return (
      <Notice tone="mind" icon="info" role="alert">
        {words[problem]}
      </Notice>
    );
  }
  return <ParkProblemNotice problem={problem} />;
}

function ElsewhereList({ control, isDeskFree }: ListProps) {
  const words = useActWords().elsewhere;
  const { list } = control;
  if (list.is === 'asking') return <Spinner label={words.asking} />;
  if (list.is === 'unreachable') return <p className="parked-words">{words.unreachable}</p>;
  if (list.parked.length === 0) return <p className="parked-words">{words.none}</p>;
  return (
    <>
      {!isDeskFree && <p className="parked-words">{words.deskFirst}</p>}
      <ul className="parked">
        {list.parked.map((basket) => (
          <ElsewhereRow key={basket.sale} basket={basket} control={control} isDeskFree={isDeskFree} />
        ))}
      </ul>
    </>
  );
}

interface ListProps {
  readonly control: ElsewhereControl;
  readonly isDeskFree: boolean;
}

function ElsewhereRow({
  basket,
  control,
  isDeskFree,
}: ListProps & {
  readonly basket: BasketElsewhere;
}) {
  const words = useActWords();
  const { roster, format } = useShop();
  const by = words.parked.by(personNamed(roster, basket.staff), format.weekdayTime(basket.at), basket.lines);
  return (
    <li aria-label={basket.name}>
      <div className="parked-head">
        <strong>{basket.name}</strong>
        <b>{format.money(basket.gross)}</b>
      </div>
      <p className="parked-words">{words.elsewhere.on(basket.tillName, by)}</p>
      <div className="parked-acts">
        <Button
          variant="soft"
          isPending={control.isBusy}
          isDisabled={!isDeskFree}
          onPress={() => {
            control.takeUp(basket);
          }}
        >
          {words.parked.takeUp}
        </Button>
      </div>
    </li>
  );
}
