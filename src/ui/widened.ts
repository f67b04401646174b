/** The same words in whatever language: what a further language has to say. */
export type Widened<Value> = Value extends string
  ? string
  : Value extends (...parameters: infer Parameters) => unknown
    ? (...parameters: Parameters) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };
