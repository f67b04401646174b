/** Which application identifiers GS1 has given out, and what may follow each (GS1 General Specifications, section 3.2). */

/** What follows an identifier. A field of one length ends by itself; any other ends at a separator or with the code. */
export interface Gs1Field {
  readonly digitsOnly: boolean;
  readonly shortest: number;
  readonly longest: number;
}

/** `identifiers field`: a range or one identifier, then n (digits) or x (any sign) with its lengths. */
const TABLE = `00 n18,01-03 n14,10 x1-20,11-13 n6,15-17 n6,20 n2,21-22 x1-20,235 x1-28,240-241 x1-30,242 n1-6,243 x1-20,
250-251 x1-30,253 x13-30,254 x1-20,255 n13-25,30 n1-8,3100-3169 n6,3200-3299 n6,3300-3379 n6,3400-3499 n6,3500-3579 n6,
3600-3699 n6,37 n1-8,3900-3909 n1-15,3910-3919 n4-18,3920-3929 n1-15,3930-3939 n4-18,3940-3943 n4,3950-3955 n6,400-401 x1-30,
402 n17,403 x1-30,410-417 n13,420 x1-20,421 x4-12,422 n3,423 n3-15,424 n3,425 n3-15,426 n3,427 x1-3,4300-4301 x1-35,
4302-4306 x1-70,4307 x2,4308 x1-30,4309 n20,4310-4311 x1-35,4312-4316 x1-70,4317 x2,4318 x1-20,4319 x1-30,4320 x1-35,
4321-4323 n1,4324-4325 n10,4326 n6,4330-4333 x6-7,7001 n13,7002 x1-30,7003 n10,7004 n1-4,7005 x1-12,7006 n6,7007 n6-12,
7008 x1-3,7009 x1-10,7010 x1-2,7011 n6-10,7020-7022 x1-20,7023 x1-30,7030-7039 x4-30,7040 x4,710-717 x1-20,7230-7239 x3-30,
7240 x1-20,7241 n2,7242 x1-25,7250 n8,7251 n12,7252 n1,7253-7254 x1-40,7255 x1-10,7256 x1-90,7257 x1-70,7258 x3,7259 x1-40,
8001 n14,8002 x1-20,8003 x14-30,8004 x1-30,8005 n6,8006 n18,8007 x1-34,8008 n8-12,8009 x1-50,8010 x1-30,8011 n1-12,
8012 x1-20,8013-8014 x1-25,8017-8018 n18,8019 n1-10,8020 x1-25,8026 n18,8030 x1-90,8110 x1-70,8111 n4,8112 x1-70,8200 x1-70,
90 x1-30,91-99 x1-90`;

/** No identifier is the beginning of another. */
const IDENTIFIER_LENGTHS = [2, 3, 4];

let fields: ReadonlyMap<string, Gs1Field> | null = null;

/** The identifier that a text begins with, or null when it begins with none. */
export function gs1IdentifierAt(text: string): { readonly ai: string; readonly field: Gs1Field } | null {
  const known = (fields ??= readTable());
  for (const length of IDENTIFIER_LENGTHS) {
    const ai = text.slice(0, length);
    const field = known.get(ai);
    if (field !== undefined) return { ai, field };
  }
  return null;
}

/** Read when the first such code is scanned. */
function readTable(): ReadonlyMap<string, Gs1Field> {
  return new Map(
    TABLE.split(/,\s*/).flatMap((row) => {
      const [, first = '', last = first, kind, shortest, longest = shortest] =
        /^(\d+)(?:-(\d+))? ([nx])(\d+)(?:-(\d+))?$/.exec(row) ?? [];
      const field = { digitsOnly: kind === 'n', shortest: Number(shortest), longest: Number(longest) };
      return Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, step) => [String(Number(first) + step).padStart(first.length, '0'), field] as const,
      );
    }),
  );
}
