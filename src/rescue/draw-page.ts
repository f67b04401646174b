/** Draws the rescue page: what is on this tablet, whether it is as it was made, and the two ways to bring it to safety. */
import { faultSentence } from '../protocol/journal-fault.ts';
import { button, element } from './element.ts';
import type { FoundState, PageActs, PageState } from './page-state.ts';
import { sumOf } from './rescue-acts.ts';
import { RESCUE_VERSION } from './rescue-version.ts';

export function drawPage(state: PageState, acts: PageActs): readonly Node[] {
  switch (state.is) {
    case 'looking':
      return [heading('Looking at what is saved here'), looking(state.facts)];
    case 'storageClosed':
      return closedPage(state.detail, acts);
    case 'empty':
      return [
        heading('No sales are saved here'),
        words(
          'This tablet has no journal of a till: it was never one, or its storage was emptied. In the second case a manager can make a re-key code in the office.',
        ),
        element('div', { class: 'acts' }, tryTill(acts)),
      ];
    case 'found':
      return foundPage(state, acts);
  }
}

function heading(text: string): Node {
  return element('h1', {}, text);
}

function words(text: string): Node {
  return element('p', { class: 'words' }, text);
}

function looking(facts: number): Node {
  return element(
    'p',
    { class: 'words', role: 'status' },
    facts === 0 ? 'One moment.' : `${count(facts, 'record')} checked so far.`,
  );
}

function tryTill(acts: PageActs): Node {
  return button('Try the till again', 'soft', acts.tryTill);
}

function closedPage(detail: string, acts: PageActs): readonly Node[] {
  return [
    heading('The storage of this tablet does not answer'),
    words(
      'Close Evertill everywhere on this tablet, or restart it, and look again. Do not delete the app or its data: the sales are kept there.',
    ),
    element('div', { class: 'acts' }, button('Look again', 'go', acts.lookAgain), tryTill(acts)),
    element('p', { class: 'detail' }, detail),
  ];
}

function foundPage(state: FoundState, acts: PageActs): readonly Node[] {
  return [
    heading('Your sales are safe on this tablet'),
    words('This page works without the till. It reads what is saved here; it changes and deletes nothing.'),
    element('section', { class: 'card', 'aria-label': 'What is saved here' }, ...summary(state)),
    element('div', { role: 'status', class: 'said' }, ...said(state, acts)),
    element('div', { class: 'acts' }, ...buttons(state, acts)),
    element('p', { class: 'detail' }, `Evertill ${RESCUE_VERSION}`),
  ];
}

function summary(state: FoundState): readonly Node[] {
  const { survey, tablet, waiting } = state;
  const allThere = waiting.length === 0;
  const big = allThere
    ? 'Nothing waits'
    : [count(waiting.length, 'sale'), value(state)].filter(Boolean).join(' · ');
  const below = allThere
    ? 'Head office has every sale of this tablet.'
    : 'Saved here. Not known to be at head office yet.';
  const series = [...new Set(survey.source.runs.map((run) => run.series))].join(', ');
  const till = tablet.enrolment === null ? series : `${tablet.enrolment.tillName} (${series})`;
  return [
    element('p', { class: 'big', 'data-tone': allThere ? 'go' : 'here' }, big),
    element('p', {}, below),
    element(
      'dl',
      {},
      ...row('Till', till),
      ...row('Receipts', receipts(state)),
      ...row('Journal', journal(state)),
    ),
  ];
}

function row(name: string, text: string): readonly Node[] {
  return text === '' ? [] : [element('dt', {}, name), element('dd', {}, text)];
}

function receipts({ waiting }: FoundState): string {
  const [first, last] = [waiting[0]?.receipt ?? '', waiting.at(-1)?.receipt ?? ''];
  return first === last ? first : `${first} to ${last}`;
}

function journal({ survey }: FoundState): string {
  const checked = survey.fault === null ? 'all as they were made' : faultSentence(survey.fault);
  return `${count(survey.facts, 'record')}, ${checked}`;
}

function buttons({ sending, copy, tablet, waiting }: FoundState, acts: PageActs): readonly Node[] {
  const isBusy = sending.is === 'sending' || tablet.enrolment === null;
  const sendWords =
    sending.is === 'sending' ? 'Sending …' : waiting.length === 0 ? 'Ask head office' : 'Send now';
  return [
    button(sendWords, 'go', isBusy ? null : acts.send),
    button(
      copy.is === 'making' ? 'Saving …' : 'Save a copy',
      'soft',
      copy.is === 'making' ? null : acts.save,
    ),
    tryTill(acts),
  ];
}

function said(state: FoundState, acts: PageActs): readonly Node[] {
  return [...aboutSending(state), ...aboutCopy(state, acts)];
}

function aboutSending({ sending, tablet, survey }: FoundState): readonly Node[] {
  if (tablet.enrolment === null) {
    return [
      note(
        'person',
        'The till’s key is gone, so nothing can be sent from here. Save a copy, and ask a manager for a re-key code: with it the till sends these sales itself.',
      ),
    ];
  }
  switch (sending.is) {
    case 'idle':
    case 'sending':
      return [];
    case 'arrived':
      return [
        note(
          'go',
          survey.waiting.length === 0
            ? 'Head office has everything.'
            : `${count(survey.waiting.length, 'sale')} arrived at head office.`,
        ),
      ];
    case 'unreachable':
      return [
        note(
          'here',
          'Head office cannot be reached. Nothing is lost: the sales stay here. Try again later, or save a copy.',
        ),
      ];
    case 'denied':
      return [
        note(
          'person',
          'Head office does not know this till’s key. The sales stay here. Save a copy and give it to a manager.',
        ),
      ];
    case 'gap':
      return [
        note(
          'person',
          'Head office asks for earlier records than this tablet has. The sales stay here. Save a copy and give it to a manager.',
        ),
      ];
  }
}

function aboutCopy({ copy }: FoundState, acts: PageActs): readonly Node[] {
  if (copy.is !== 'made') return [];
  const { file } = copy;
  const told = note(
    'go',
    `Saved as ${file.name}. A manager imports it in the office: Tills, then Import a journal file.`,
  );
  return acts.canShare(file) ? [told, button('Pass it on …', 'soft', () => acts.share(file))] : [told];
}

function note(tone: 'go' | 'here' | 'person', text: string): Node {
  return element('p', { class: 'note', 'data-tone': tone }, text);
}

function value({ tablet, waiting }: FoundState): string {
  const currency = tablet.roster?.policy.currency;
  if (currency === undefined) return '';
  const { code, digits } = currency;
  const format = new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: code,
    minimumFractionDigits: digits,
  });
  return format.format(sumOf(waiting) / 10 ** digits);
}

function count(amount: number, name: string): string {
  return `${new Intl.NumberFormat().format(amount)} ${amount === 1 ? name : `${name}s`}`;
}
