/** What every screen of the counter is given. */
import type { OpenShift } from '../../domain/shift.ts';
import type { SaleDesk } from '../sell/sale-desk.ts';
import type { Person } from '../till-context.ts';
import type { TillControl } from '../use-till.ts';
import type { CounterControl } from './use-counter.ts';

export interface CounterProps {
  readonly clerk: Person;
  readonly shift: OpenShift;
  readonly desk: SaleDesk;
  readonly till: TillControl;
}

export interface CounterScreenProps extends CounterProps {
  readonly counter: CounterControl;
}
