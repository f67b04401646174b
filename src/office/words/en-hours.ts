/** The words of opening hours, in English. */
export const enHours = {
  title: 'Opening hours',
  help: 'Such as 9–17:30, or 9–13, 14–18. Past midnight: 18–2. Empty: closed.',
  why: 'Outside them a till that falls silent raises no alarm. Leave all of them empty and it always does.',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  closed: 'closed',
  asMonday: 'Every day as Monday',
  faults: {
    unread: 'Two times such as 9–17:30, or two pairs with a comma between.',
    afternoon:
      'Would that be until the next morning? Write the afternoon as 17:00 or 5pm, the morning as 05:00.',
    overlaps: 'These hours begin before the ones before them are over.',
  },
} as const;
