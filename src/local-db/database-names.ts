/** What the tablet's databases are called, also for who opens them without the app. */
export const JOURNAL_DATABASE = 'evertill-journal';
export const CATALOGUE_DATABASE = 'evertill-catalogue';
