/** What a receipt disagrees with: the catalogue, the people of the business, and what was sold before. */
import * as z from 'zod/mini';
import { priceOn } from '../../domain/catalogue.ts';
import type { ReceiptBody } from '../../domain/fact-body.ts';
import type { PricedLine } from '../../domain/sale.ts';
import { productSchema } from '../../protocol/pull.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';
import type { Flag } from './flag.ts';
import type { ProjectedFact } from './projected-fact.ts';
import { moneyText, type TillPlace } from './till-place.ts';

export async function catalogueFlags(
  client: Queryable,
  { place, envelope }: ProjectedFact,
  body: ReceiptBody,
): Promise<Flag[]> {
  const byProduct = soldByProduct(body);
  const known = await readProducts(client, place.business, [...byProduct.keys()]);
  return [...byProduct].flatMap(([id, lines]) => {
    const product = known.get(id);
    if (product === undefined) return [unknownProduct(place, body, lines)];
    const price = priceOn(product, envelope.day);
    const other = lines.filter((line) => line.priceFrom === 'catalogue' && line.unitPrice !== price);
    return other.length === 0 || price === null ? [] : [priceDiffers(place, body, other, price)];
  });
}

function soldByProduct(body: ReceiptBody): Map<string, PricedLine[]> {
  const byProduct = new Map<string, PricedLine[]>();
  for (const line of body.lines.filter(({ origin }) => origin.is === 'sold')) {
    byProduct.set(line.product, [...(byProduct.get(line.product) ?? []), line]);
  }
  return byProduct;
}

/** Removed products too: a till may sell what it still has. */
async function readProducts(
  client: Queryable,
  business: string,
  ids: readonly string[],
): Promise<Map<string, z.infer<typeof productSchema>>> {
  const rows = await queryRows(
    client,
    'select content from evertill.product where business = $1 and product = any($2)',
    [business, ids],
    z.object({ content: productSchema }),
  );
  return new Map(rows.map(({ content }) => [content.id, content]));
}

function unknownProduct(place: TillPlace, body: ReceiptBody, lines: readonly PricedLine[]): Flag {
  const [first] = lines;
  const value = sumOf(lines, (line) => line.gross);
  return {
    kind: 'unknownProduct',
    subject: first?.product ?? '',
    receipt: body.receipt,
    value,
    evidence: [
      { label: 'Product', text: `${first?.name ?? ''} (${first?.sku ?? ''})` },
      { label: 'Sold for', text: moneyText(place, value) },
    ],
  };
}

function priceDiffers(
  place: TillPlace,
  body: ReceiptBody,
  lines: readonly PricedLine[],
  price: number,
): Flag {
  const [first] = lines;
  const charged = first?.unitPrice ?? 0;
  return {
    kind: 'priceDiffers',
    subject: `${first?.product ?? ''} ${charged} ${price}`,
    receipt: body.receipt,
    value: sumOf(lines, (line) => Math.round(((line.unitPrice - price) * line.quantity) / 1000)),
    evidence: [
      { label: 'Product', text: first?.name ?? '' },
      { label: 'Price at the till', text: moneyText(place, charged) },
      { label: 'Price of the day', text: moneyText(place, price) },
    ],
  };
}

/** The clerk and, where there was one, the approver. */
export async function staffFlags(
  client: Queryable,
  { place, envelope }: ProjectedFact,
  body: ReceiptBody,
): Promise<Flag[]> {
  const { staff, approval } = envelope.by;
  const named = [...new Set([staff, ...(approval === null ? [] : [approval.approver])])];
  const people = await readPeople(client, place.business, named);
  return named.flatMap((id) => {
    const person = people.find((one) => one.person === id);
    if (person === undefined) return [unknownStaff(body, id, 'Nobody of that id works here.')];
    const wasGone = person.removedAt !== null && person.removedAt < envelope.at.anchored;
    return wasGone ? [unknownStaff(body, id, `${person.name} had been removed before.`)] : [];
  });
}

function readPeople(
  client: Queryable,
  business: string,
  ids: readonly string[],
): Promise<{ person: string; name: string; removedAt: number | null }[]> {
  return queryRows(
    client,
    `select person, name, removed_at as "removedAt" from evertill.person where business = $1 and person = any($2)`,
    [business, ids],
    z.object({ person: z.string(), name: z.string(), removedAt: z.nullable(z.int()) }),
  );
}

function unknownStaff(body: ReceiptBody, id: string, text: string): Flag {
  return {
    kind: 'unknownStaff',
    subject: id,
    receipt: body.receipt,
    value: body.totals.gross,
    evidence: [
      { label: 'Person', text: id },
      { label: 'What is known', text },
    ],
  };
}

function sumOf(lines: readonly PricedLine[], figure: (line: PricedLine) => number): number {
  return lines.reduce((sum, line) => sum + figure(line), 0);
}
