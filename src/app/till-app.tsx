/** The till's side of the app. */
import { Till } from '../till/till.tsx';

export function TillApp() {
  return <Till />;
}
