/** Trusted Types as far as we use them: TypeScript's own browser types do not know them yet. */
interface Window {
  readonly trustedTypes?: {
    readonly createPolicy: (
      name: string,
      rules: { readonly createScriptURL: (url: string) => string },
    ) => unknown;
  };
}
