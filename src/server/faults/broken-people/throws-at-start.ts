/** A people plane as a bad deployment brings it: it cannot even be loaded. */
throw new Error('The authentication module of this release does not load (outage lab).');
