/**
 * First code in the people plane's process: ties its life to the front's, then loads the plane. The plane may throw, hang
 * or spin; the tie must hold anyway, so it lives in a thread of its own.
 */
import { Worker } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';

const endWithParent = `
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);
`;

new Worker(endWithParent, { eval: true, execArgv: [] }).unref();

const entry = process.argv[2];
if (entry === undefined) throw new Error('The people plane was started without its entry file.');
await import(pathToFileURL(entry).href);
