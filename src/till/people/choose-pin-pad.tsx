/** Somebody chooses a PIN: types it, and types it once more. */
import type { Approval } from '../../local-db/acting.ts';
import { Keypad } from '../../ui/keypad.tsx';
import type { KeypadKey } from '../../ui/keypad-digits.ts';
import { PinDots } from '../../ui/pin-dots.tsx';
import { usePhysicalKeypad } from '../../ui/use-physical-keypad.ts';
import { makeMachine, useMachine } from '../machine.ts';
import { useRareWords } from '../rare-words.ts';
import { usePorts, type Person } from '../till-context.ts';
import type { Choosing } from '../till-ports.ts';
import { choosePinStep, NO_CHOICE, type PinChoice } from './choose-pin-step.ts';
import '../pin/pin.css';

interface ChoosePinPadProps {
  readonly who: Choosing;
  readonly name: string;
  readonly length: number;
  readonly approval: Approval;
  readonly onChosen: (person: Person) => void;
}

export function ChoosePinPad(props: ChoosePinPadProps) {
  const words = useRareWords().people;
  const [choice, press] = usePinChoice(props);
  const isSaving = choice.chosen !== null;
  return (
    <div className="pin-pad">
      <h3 aria-live="polite">
        {choice.first === null ? words.choose(props.name, props.length) : words.again}
      </h3>
      <PinDots
        typed={choice.digits.length}
        slots={props.length}
        state={isSaving ? 'checking' : choice.refusal === null ? 'typing' : 'wrong'}
      />
      <p className="pin-pad-problem" role="alert">
        {choice.refusal !== null && words.refused[choice.refusal]}
      </p>
      <Keypad onKey={press} isDisabled={isSaving} />
    </div>
  );
}

function usePinChoice({ who, length, approval, onChosen }: ChoosePinPadProps) {
  const { access } = usePorts();
  const [choice, machine] = useMachine(() => makeMachine<PinChoice, ChoiceEvent>(NO_CHOICE, choosePinStep));
  const press = (key: KeypadKey) => {
    if (machine.current().chosen !== null) return;
    const { chosen } = machine.send({ is: 'key', key, length });
    if (chosen === null) return;
    void access.choosePin(who, chosen, approval).then((outcome) => {
      if (outcome.is === 'chosen') onChosen(outcome.person);
      else machine.send({ is: 'cannotSave' });
    });
  };
  usePhysicalKeypad({ onKey: press, isActive: choice.chosen === null });
  return [choice, press] as const;
}

type ChoiceEvent = Parameters<typeof choosePinStep>[1];
