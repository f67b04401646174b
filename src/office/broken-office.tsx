/** What stands in place of a screen that broke. */
import { Button } from '../ui/button.tsx';
import { CalmScreen } from '../ui/calm-screen.tsx';
import { officeWords } from './words/office-words.ts';

export function BrokenOffice({ onRetry }: { readonly onRetry: () => void }) {
  const words = officeWords.broken;
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
