/** Waits for a piece of work no longer than a limit; the work itself goes on. */
export async function withinLimit<Result>(
  work: Promise<Result>,
  limitMs: number,
): Promise<Result | 'overLimit'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<'overLimit'>((resolve) => {
    timer = setTimeout(() => resolve('overLimit'), limitMs);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
