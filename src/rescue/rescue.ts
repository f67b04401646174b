/** Where the rescue page starts: a small program of its own, so that it works when the app does not. */
import type { JournalFile } from '../journal/export-file.ts';
import { drawPage } from './draw-page.ts';
import { freshenApp } from './freshen-app.ts';
import type { FoundState, PageState } from './page-state.ts';
import { readTablet, TABLET_STORAGE } from './read-tablet.ts';
import { saveCopy, send } from './rescue-acts.ts';
import { survey } from './survey.ts';

const place = document.getElementById('rescue');
if (place === null) throw new TypeError('rescue.html has no place for rescue');
const page = place;

let state: PageState = { is: 'looking', facts: 0 };

function show(next: PageState): void {
  state = next;
  const focused = document.activeElement?.textContent;
  page.replaceChildren(...drawPage(state, { lookAgain, tryTill, send: sendNow, save, share, canShare }));
  // Whoever moves by keyboard stays where they were.
  [...page.querySelectorAll('button')].find((one) => one.textContent === focused)?.focus();
}

/** Changes what was found, if that is still what is shown. */
function change(changes: Partial<FoundState>): void {
  if (state.is === 'found') show({ ...state, ...changes });
}

function lookAgain(): void {
  void look();
}

async function look(): Promise<void> {
  show({ is: 'looking', facts: 0 });
  try {
    const tablet = await readTablet(TABLET_STORAGE);
    const surveyed = await survey(tablet, (facts) => show({ is: 'looking', facts }));
    if (surveyed.facts === 0) {
      show({ is: 'empty' });
      return;
    }
    const { waiting } = surveyed;
    show({ is: 'found', tablet, survey: surveyed, waiting, sending: { is: 'idle' }, copy: { is: 'none' } });
  } catch (error) {
    // The browser's own words help whoever is called.
    show({ is: 'storageClosed', detail: String(error) });
  }
}

function tryTill(): void {
  // Whatever comes of looking for a newer version, the till is tried.
  void freshenApp()
    .catch(() => undefined)
    .then(() => location.assign('/'));
}

function sendNow(): void {
  if (state.is !== 'found' || state.tablet.enrolment === null) return;
  const { tablet, survey: surveyed } = state;
  change({ sending: { is: 'sending' } });
  const onProgress = (waiting: FoundState['waiting']) => change({ waiting });
  void send(state.tablet.enrolment, { tablet, survey: surveyed, onProgress }).then((end) =>
    change({ sending: end }),
  );
}

function save(): void {
  if (state.is !== 'found') return;
  const { tablet, survey: surveyed } = state;
  change({ copy: { is: 'making' } });
  void saveCopy(tablet, surveyed, Date.now()).then((file) => {
    download(file);
    change({ copy: { is: 'made', file } });
  });
}

function download({ name, blob }: JournalFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
}

function canShare(file: JournalFile): boolean {
  return 'canShare' in navigator && navigator.canShare({ files: [asFile(file)] });
}

function share(file: JournalFile): void {
  // Closing the list of apps without choosing one is no failure.
  void navigator.share({ files: [asFile(file)] }).catch(() => undefined);
}

function asFile({ name, blob }: JournalFile): File {
  return new File([blob], name, { type: 'text/plain' });
}

void look();
