/**
 * First code in the people plane's process: ties its life to the front's, then loads the plane. The plane may throw, hang
 * or spin; the tie must hold anyway, so it lives in a thread of its own.
 */
import { Worker } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';

/** The front's number comes from the front: asking for it here would be too late if the front has died meanwhile. */
const endWithFront = `
  const { workerData: front } = require('node:worker_threads');
  setInterval(() => { if (process.ppid !== front) process.kill(process.pid, 'SIGKILL'); }, 500);
`;

const [entry, front] = process.argv.slice(2);
if (entry === undefined || front === undefined) throw new Error('The people plane is started by the front.');
new Worker(endWithFront, { eval: true, execArgv: [], workerData: Number(front) }).unref();
await import(pathToFileURL(entry).href);
