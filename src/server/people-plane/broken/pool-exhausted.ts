/** A people plane whose every database connection is taken and never given back. Only the outage lab starts it. */
import { openPool, poolLimitsOf } from '../../database/pool.ts';
import { readPeopleSettings } from '../../front/people-settings.ts';
import { servePeoplePlane } from '../serve-people-plane.ts';

const settings = readPeopleSettings();
const pool = openPool(settings.database, 'people');
await Promise.all(Array.from({ length: poolLimitsOf.people.connectionsMax }, () => pool.connect()));
await servePeoplePlane(settings, pool);
