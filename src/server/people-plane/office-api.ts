/** The office's routes for the description of the interface: each as it is registered, so that none can be forgotten. */
import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import {
  accountSchema,
  doneSchema,
  recoveryCodesSchema,
  secondFactorBegunSchema,
  signInsSchema,
} from '../../protocol/account-messages.ts';
import { actsPageSchema } from '../../protocol/act-messages.ts';
import { cardFileBroughtSchema, cardReadingSchema } from '../../protocol/card-messages.ts';
import { productsPageSchema, taxClassesSchema, tilesSchema } from '../../protocol/catalogue-messages.ts';
import { importDetailSchema, importsSchema, importStateSchema } from '../../protocol/import-messages.ts';
import {
  journalHeldSchema,
  notedSchema,
  tillCodeSchema,
  tillRowSchema,
  tillsSchema,
} from '../../protocol/office-till-messages.ts';
import {
  daysSchema,
  meSchema,
  reconciliationSchema,
  saleDetailSchema,
  salesPageSchema,
} from '../../protocol/people-messages.ts';
import { rulesSchema } from '../../protocol/rules-messages.ts';
import {
  firstStartSchema,
  foundedSchema,
  setUpSchema,
  testReceiptSchema,
} from '../../protocol/set-up-messages.ts';
import { accountGivenSchema, personChangedSchema, staffSchema } from '../../protocol/staff-messages.ts';
import { signInCheckSchema } from '../../protocol/sign-in-check.ts';
import { PEOPLE_PREFIX } from '../../protocol/till-messages.ts';
import type { ApiRoute } from '../api/api-operation.ts';

/** What a route answers, by its method and its path below the prefix. One that is not here is described without its answer. */
const ANSWERS: Readonly<Record<string, z.ZodMiniType>> = {
  'POST /sign-in': meSchema,
  'GET /sign-in-check': signInCheckSchema,
  'GET /first-start': firstStartSchema,
  'POST /set-up/found': foundedSchema,
  'GET /set-up': setUpSchema,
  'GET /set-up/receipt': testReceiptSchema,
  'POST /set-up/business': setUpSchema,
  'POST /set-up/shop': setUpSchema,
  'POST /set-up/tax': setUpSchema,
  'POST /set-up/step': setUpSchema,
  'GET /me': meSchema,
  'GET /days': daysSchema,
  'GET /reconcile': reconciliationSchema,
  'GET /cards/reading': cardReadingSchema,
  'POST /cards': cardFileBroughtSchema,
  'POST /cards/:file/undo': notedSchema,
  'GET /sales': salesPageSchema,
  'GET /facts/:till/:inc/:no': saleDetailSchema,
  'GET /tills': tillsSchema,
  'POST /tills': tillCodeSchema,
  'POST /tills/:till/code': tillCodeSchema,
  'POST /tills/:till/revoke': tillRowSchema,
  'POST /tills/:till/unrevoke': tillRowSchema,
  'GET /tills/:till/journal': journalHeldSchema,
  'POST /tills/:till/journal': notedSchema,
  'GET /catalogue/tiles': tilesSchema,
  'POST /catalogue/tiles': tilesSchema,
  'GET /catalogue/products': productsPageSchema,
  'GET /staff': staffSchema,
  'POST /staff': personChangedSchema,
  'POST /staff/:person': personChangedSchema,
  'POST /staff/:person/end': personChangedSchema,
  'POST /staff/:person/back': personChangedSchema,
  'POST /staff/:person/pin': personChangedSchema,
  'POST /staff/:person/account': accountGivenSchema,
  'GET /catalogue/tax-classes': taxClassesSchema,
  'POST /catalogue/tax-classes': taxClassesSchema,
  'GET /catalogue/imports': importsSchema,
  'POST /catalogue/imports': importStateSchema,
  'GET /catalogue/imports/:import': importDetailSchema,
  'POST /catalogue/imports/:import/rows': importStateSchema,
  'POST /catalogue/imports/:import/apply': importStateSchema,
  'POST /catalogue/imports/:import/undo': importStateSchema,
  'GET /rules': rulesSchema,
  'POST /rules': rulesSchema,
  'GET /acts': actsPageSchema,
  'GET /account': accountSchema,
  'POST /account/password': doneSchema,
  'POST /account/second-factor': secondFactorBegunSchema,
  'POST /account/second-factor/confirm': recoveryCodesSchema,
  'POST /account/second-factor/end': doneSchema,
  'GET /sign-ins': signInsSchema,
  'POST /sign-ins/:signIn/end': doneSchema,
};

export const OFFICE_API_ROUTE = `${PEOPLE_PREFIX}/openapi.json`;

/** Call it before any route is added. @returns the routes of the people plane's prefix, complete once the app is ready. */
export function collectOfficeApi(app: FastifyInstance): readonly ApiRoute[] {
  const routes: ApiRoute[] = [];
  app.addHook('onRoute', ({ method, url, config }) => {
    if (typeof method !== 'string' || method === 'HEAD' || !isOfOffice(url)) return;
    const path = url.slice(PEOPLE_PREFIX.length);
    const answer = ANSWERS[`${method} ${path}`];
    const said = config?.api ?? { summary: `${method} ${path}`, tag: 'office' };
    routes.push({ ...said, ...(answer === undefined ? {} : { answer }), method, path: url });
  });
  return routes;
}

function isOfOffice(url: string): boolean {
  return url.startsWith(PEOPLE_PREFIX) && url !== OFFICE_API_ROUTE;
}
