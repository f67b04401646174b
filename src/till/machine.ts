/**
 * State that changes by pure steps, read by React but not held by it: a step is taken the moment its event comes, so two taps in one
 * frame are two steps, never one.
 */
import { useState, useSyncExternalStore } from 'react';

export interface Machine<State, Event> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => State;
  /** Takes the step and says what came of it. */
  readonly send: (event: Event) => State;
}

/**
 * @param tellsAfter milliseconds for which nobody is told of a state, unless another follows: what is over in a moment is not worth a
 * drawing, least of all one that what is waited for must wait for.
 */
export function makeMachine<State, Event>(
  initial: State,
  step: (state: State, event: Event) => State,
  tellsAfter: (state: State) => number = () => 0,
): Machine<State, Event> {
  const listeners = new Set<() => void>();
  let current = initial;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => current,
    send: (event) => {
      const before = current;
      current = step(before, event);
      if (current === before) return current;
      clearTimeout(timer);
      const wait = tellsAfter(current);
      if (wait === 0) tell();
      else timer = setTimeout(tell, wait);
      return current;
    },
  };
}

/** `make` runs once, when the screen appears. */
export function useMachine<State, Event>(
  make: () => Machine<State, Event>,
): readonly [State, Machine<State, Event>] {
  const [machine] = useState(make);
  return [useSyncExternalStore(machine.subscribe, machine.current), machine];
}
