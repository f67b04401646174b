/** Schemas of the small values that many messages share. */
import * as z from 'zod/mini';
import { isMoney, type Money } from '../domain/money.ts';
import { isQuantity, type Quantity } from '../domain/quantity.ts';
import { isBasisPoints, type BasisPoints } from '../domain/tax-rate.ts';
import { isDay, type Day } from '../domain/trading-day.ts';
import { ID_LENGTH_MAX, NAME_LENGTH_MAX } from './limits.ts';

export const moneySchema = z.custom<Money>(isMoney, 'whole minor units expected');
export const quantitySchema = z.custom<Quantity>(isQuantity, 'whole thousandths expected');
export const basisPointsSchema = z.custom<BasisPoints>(isBasisPoints, 'basis points expected');
export const daySchema = z.custom<Day>(isDay, 'YYYY-MM-DD expected');
export const idSchema = z.string().check(z.minLength(1), z.maxLength(ID_LENGTH_MAX));
export const nameSchema = z.string().check(z.minLength(1), z.maxLength(NAME_LENGTH_MAX));
/** Lower-case hex SHA-256. */
export const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Unpadded base64url. */
export const base64UrlSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.maxLength(4096));
/** Milliseconds since 1970-01-01T00:00Z, or a duration in milliseconds. */
export const millisecondsSchema = z.int();
export const countSchema = z.int().check(z.minimum(0));
/** Position in a journal, from 1; 0 stands for "nothing yet". */
export const factNumberSchema = z.int().check(z.minimum(0));
