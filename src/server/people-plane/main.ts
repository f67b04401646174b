/** The people plane's process: started, watched and stopped by the front. */
import { openPool } from '../database/pool.ts';
import { readPeopleSettings } from '../front/people-settings.ts';
import { servePeoplePlane } from './serve-people-plane.ts';

const settings = readPeopleSettings();
await servePeoplePlane(settings, openPool(settings.database, 'people'));
