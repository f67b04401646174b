/** The band over practice: that this is practice, what to do next, how far it is, and the ways on and out. */
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../till-context.ts';
import { LESSONS, stepAt } from './lessons.ts';
import { lessonNow, type PracticeEvent, type PracticeProgress } from './practice-progress.ts';
import { usePracticeWords } from './practice-words.ts';

interface CoachBarProps {
  readonly progress: PracticeProgress;
  readonly send: (event: PracticeEvent) => void;
  readonly onLeave: () => void;
}

export function CoachBar({ progress, send, onLeave }: CoachBarProps) {
  const words = usePracticeWords();
  return (
    <header className="practice-bar" aria-label={words.banner}>
      <p className="practice-banner">
        <strong>{words.banner}</strong> <small>{words.nothingSold}</small>
      </p>
      <Coach progress={progress} />
      <div className="practice-ways">
        <IconButton
          icon="refresh"
          label={words.restart}
          onPress={() => {
            send({ is: 'restart' });
          }}
        />
        <IconButton
          icon="forward"
          label={words.skip}
          isDisabled={lessonNow(progress) === null}
          onPress={() => {
            send({ is: 'skip' });
          }}
        />
        <Button aria-label={words.leave} icon="close" onPress={onLeave}>
          <span className="practice-leave-words">{words.leaveShort}</span>
        </Button>
      </div>
      <OverSheet progress={progress} send={send} onLeave={onLeave} />
    </header>
  );
}

function Coach({ progress }: Pick<CoachBarProps, 'progress'>) {
  const words = usePracticeWords();
  const format = useFormat();
  const lesson = lessonNow(progress);
  if (lesson === null) return <div className="practice-coach" />;
  const { title, steps } = words.lessons[lesson.id];
  const step = stepAt(lesson, progress.seen);
  const isDone = step === lesson.steps.length;
  const sale = words.of(format.count(progress.at + 1), format.count(LESSONS.length));
  return (
    <section className="practice-coach" aria-label={words.coach} data-done={isDone || undefined}>
      <p className="practice-lesson">
        {`${sale} · ${title}`}
        <Dots step={step} steps={lesson.steps.length} />
      </p>
      <p className="practice-step" role="status">
        {isDone && <Icon name="check" size={22} />}
        {isDone ? `${words.wellDone} ${words.goOn}` : steps[step]}
        {progress.isMissed && !isDone && step === 0 && <small> {words.missed}</small>}
      </p>
    </section>
  );
}

/** How many steps a sale has, and how many of them are done. */
function Dots({ step, steps }: { readonly step: number; readonly steps: number }) {
  const words = usePracticeWords();
  const format = useFormat();
  const now = words.step(format.count(Math.min(step + 1, steps)), format.count(steps));
  return (
    <span className="practice-dots" role="img" aria-label={now}>
      {Array.from({ length: steps }, (_, place) => (
        // Steps have no name; their place is what they are.
        <i key={place} data-done={place < step || undefined} />
      ))}
    </span>
  );
}

function OverSheet({ progress, send, onLeave }: CoachBarProps) {
  const words = usePracticeWords();
  const format = useFormat();
  return (
    <Sheet
      isOpen={lessonNow(progress) === null}
      size="narrow"
      title={words.over.title}
      onClose={onLeave}
      footer={
        <>
          <Button
            size="large"
            onPress={() => {
              send({ is: 'restart' });
            }}
          >
            {words.over.again}
          </Button>
          <Button variant="go" size="large" onPress={onLeave}>
            {words.leave}
          </Button>
        </>
      }
    >
      <p>{words.over.lead(format.count(progress.done.length), format.count(LESSONS.length))}</p>
    </Sheet>
  );
}
