/** A people plane as a bad deployment leaves it: it throws while it is loaded. */
throw new Error('The authentication module cannot be loaded.');
