/** The moment before there is something to show: the quiet ground, and only after a while a sign of life. */
import { Spinner } from '../ui/spinner.tsx';

export function Starting() {
  return (
    <main className="app-starting">
      <Spinner label="Starting" />
    </main>
  );
}
