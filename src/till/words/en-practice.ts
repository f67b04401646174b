/** The words of practice, in English. What stands on a button of the till is written as it is there. */
export const enPractice = {
  practice: 'Practice',
  banner: 'PRACTICE',
  nothingSold: 'Nothing here is sold, saved or sent',
  you: 'You',
  manager: 'Practice manager',
  goods: { apple: 'Apple', bread: 'Bread', coffee: 'Coffee', mug: 'Mug', cheese: 'Cheese' },
  opening: 'Setting up practice',
  cannotOpen: 'Practice cannot begin on this tablet just now',
  cannotOpenLead: 'Selling is not touched by this. Try again, or restart the tablet.',
  tryAgain: 'Try again',
  coach: 'Coach',
  of: (sale: string, all: string) => `Sale ${sale} of ${all}`,
  step: (step: string, all: string) => `Step ${step} of ${all}`,
  skip: 'Skip',
  restart: 'Start over',
  leave: 'Leave practice',
  leaveShort: 'Leave',
  missed: 'Not what was asked, and no harm done.',
  wellDone: 'Well done.',
  goOn: 'Press Next sale.',
  lessons: {
    exact: {
      title: 'Exact cash',
      steps: [
        'A customer wants one apple. Tap Apple.',
        'Press Charge.',
        'They count out the exact sum. Press Exact.',
      ],
    },
    change: {
      title: 'Cash with change',
      steps: [
        'One bread. Tap it, or search for “bread”.',
        'Press Charge.',
        'They give you more than that. Press one of the larger sums.',
      ],
    },
    three: {
      title: 'Three of one thing',
      steps: [
        'Three apples at once: type 3* into the box at the top.',
        'Now tap Apple.',
        'Charge, and take the money however you like.',
      ],
    },
    card: {
      title: 'Card, approved',
      steps: [
        'A coffee, please. Tap Coffee.',
        'Press Charge, then Card.',
        'Key the sum on the terminal. It says yes: press Terminal says Approved.',
      ],
    },
    declined: {
      title: 'Card, declined',
      steps: [
        'A mug. Tap Mug.',
        'Press Charge, then Card.',
        'This time the terminal says no. Press Declined.',
        'They pay in cash instead. Press Cash, then any sum.',
      ],
    },
    split: {
      title: 'Part cash, part card',
      steps: [
        'Another mug. Tap Mug.',
        'They have some cash. Charge, type less than the total and press Take.',
        'The rest goes on the card. Press Card, then Approved.',
      ],
    },
    weighed: {
      title: 'Goods by weight',
      steps: [
        'Tap Cheese and type the grams from the scale, such as 250.',
        'Charge, and take the money however you like.',
      ],
    },
    discount: {
      title: 'A discount',
      steps: [
        'This bread is squashed. Tap Bread.',
        'Tap the line in the basket. Choose a percentage and why, then Done.',
        'Charge, and take the money. If a manager is asked for, any PIN will do here.',
      ],
    },
    undo: {
      title: 'Remove and undo',
      steps: [
        'Ring up two different things.',
        'They do not want one of them. Take it away with the minus.',
        'They do, after all. Press Undo.',
        'Charge, and take the money.',
      ],
    },
    refund: {
      title: 'One comes back',
      steps: [
        'Sell three apples first: type 3*, tap Apple, charge.',
        'One of three apples comes back. Press Receipts and choose their receipt.',
        'Press Refund, choose one apple, then Add to basket.',
        'Press Give back. If a manager is asked for, any PIN will do here.',
      ],
    },
  },
  over: {
    title: 'That was all ten',
    lead: (done: string, all: string) =>
      `You did ${done} of ${all}. The real till looks just the same, without the stripes. Practise as often as you like.`,
    again: 'Once more',
  },
} as const;
