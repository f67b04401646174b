/** The real people plane, with every one of its database connections taken and never given back. */
import { openPool, poolLimitsOf } from '../../database/pool.ts';
import { readPeopleSettings } from '../../front/people-settings.ts';
import { servePeoplePlane } from '../../people-plane/serve-people-plane.ts';

const settings = readPeopleSettings();
const pool = openPool(settings.database, 'people');
await Promise.all(Array.from({ length: poolLimitsOf.people.connectionsMax }, () => pool.connect()));
await servePeoplePlane(settings, pool);
