/** What a colour means, the same everywhere: nothing else may use these colours. */
export type Tone =
  /** Nothing to say. */
  | 'neutral'
  /** Done, complete, agrees. */
  | 'go'
  /** Saved on this device; calm. */
  | 'here'
  /** Soon; worth a look. */
  | 'mind'
  /** A person must act. */
  | 'person';
