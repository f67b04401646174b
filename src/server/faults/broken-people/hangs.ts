/** A people plane that accepts every request and never answers; its sign of life is all that works. */
import { createServer } from 'node:http';
import { readPeopleSettings } from '../../front/people-settings.ts';

createServer((request, response) => {
  if (request.url === '/healthz') response.writeHead(200).end();
}).listen(readPeopleSettings().socketPath);
