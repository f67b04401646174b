/** What stands in place of a screen that broke. */
import { Button } from '../ui/button.tsx';
import { CalmScreen } from '../ui/calm-screen.tsx';
import { en } from './words/en.ts';

export function BrokenOffice({ onRetry }: { readonly onRetry: () => void }) {
  const words = en.broken;
  return (
    <CalmScreen
      title={words.title}
      icon="warning"
      actions={
        <Button variant="go" onPress={onRetry}>
          {words.retry}
        </Button>
      }
    >
      <p>{words.words}</p>
    </CalmScreen>
  );
}
