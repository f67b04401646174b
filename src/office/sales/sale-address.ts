/** Where a sale is shown: by the place of its fact, which never changes. */
export function saleAddress({
  till,
  inc,
  no,
}: {
  readonly till: string;
  readonly inc: string;
  readonly no: number;
}): string {
  return `/sales/${[till, inc, String(no)].map(encodeURIComponent).join('/')}`;
}
