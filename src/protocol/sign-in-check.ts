/** GET /api/v1/people/sign-in-check: what a till's probe asks; 200 only when a sign-in would work. */
import * as z from 'zod/mini';
import { millisecondsSchema } from './scalars.ts';

export const signInCheckSchema = z.object({ signIn: z.literal('up'), serverTime: millisecondsSchema });
