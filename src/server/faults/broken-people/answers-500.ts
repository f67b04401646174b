/** A people plane that starts and answers every request with 500. */
import { createServer } from 'node:http';
import { readPeopleSettings } from '../../front/people-settings.ts';

createServer((_request, response) => {
  response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Server Error');
}).listen(readPeopleSettings().socketPath);
