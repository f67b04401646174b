// The Outage lab: shows every switch of the server's faults, and throws them. Plain DOM, no framework, no strings as markup.
// @ts-check
const route = '/api/v1/lab/faults';
const refreshMs = 2_000;

const kinds = [
  ['none', 'Works'],
  ['500', '500'],
  ['503', '503'],
  ['400', '400'],
  ['html200', 'A web page instead'],
  ['empty401', 'Empty 401'],
  ['redirect', 'Redirect to a sign-in'],
  ['truncated', 'Half an answer'],
  ['hang', 'Never answers'],
  ['loseReply', 'Does it, loses the reply'],
];

const targets = [
  {
    id: 'login',
    name: 'Office sign-in',
    about: 'What managers sign in with. A till never needs it to sell.',
    kinds,
  },
  { id: 'sending', name: 'Sending sales', about: 'The way of sales from the till to head office.', kinds },
  {
    id: 'catalogue',
    name: 'Products and people',
    about: 'The way of prices and rosters down to the till.',
    kinds,
  },
  { id: 'everything', name: 'Everything', about: 'The whole server, the app itself included.', kinds },
  {
    id: 'peoplePlane',
    name: 'The sign-in process',
    about: 'The process behind office sign-in, started broken.',
    kinds: [
      ['none', 'Works'],
      ['throwAtStart', 'Throws at start'],
      ['answers500', 'Answers 500'],
      ['hangs', 'Hangs'],
      ['poolExhausted', 'No database connection left'],
    ],
  },
];

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no element ${id}`);
  return found;
}

/** @param {typeof targets[number]} target */
function targetSection(target) {
  const template = element('target');
  if (!(template instanceof HTMLTemplateElement)) throw new Error('no template');
  const section = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const [title, about, group] = ['h2', 'p', '.kinds'].map((selector) => section.querySelector(selector));
  if (!title || !about || !group) throw new Error('the template has changed');
  title.textContent = target.name;
  about.textContent = target.about;
  group.setAttribute('aria-label', target.name);
  group.append(...target.kinds.map(([kind, words]) => kindButton(target.id, kind, words)));
  return section;
}

/** @param {string} target @param {string} kind @param {string} words */
function kindButton(target, kind, words) {
  const button = document.createElement('button');
  button.textContent = words;
  button.dataset['target'] = target;
  button.dataset['kind'] = kind;
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => void set(target, kind));
  return button;
}

/** @param {Record<string, string>} faults */
function show(faults) {
  for (const button of document.querySelectorAll('button[data-kind]')) {
    if (!(button instanceof HTMLElement)) continue;
    const { target = '', kind = '' } = button.dataset;
    button.setAttribute('aria-pressed', String(faults[target] === kind));
  }
  const broken = targets.filter((target) => (faults[target.id] ?? 'none') !== 'none');
  const state = element('state');
  state.dataset['is'] = broken.length === 0 ? 'fine' : 'broken';
  state.textContent =
    broken.length === 0
      ? '✓ Everything works'
      : `Broken now: ${broken.map((target) => `${target.name} (${wordsFor(target, faults[target.id] ?? '')})`).join(' · ')}`;
}

/** @param {typeof targets[number]} target @param {string} kind */
function wordsFor(target, kind) {
  return target.kinds.find(([known]) => known === kind)?.[1] ?? kind;
}

/** @param {RequestInit} [init] */
async function ask(init) {
  try {
    const answer = await fetch(route, init);
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    show(await answer.json());
    element('trouble').textContent = '';
  } catch (error) {
    element('trouble').textContent =
      `The server cannot be reached: ${error instanceof Error ? error.message : error}`;
  }
}

/** @param {string} target @param {string} kind */
function set(target, kind) {
  return ask({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ target, kind }),
  });
}

element('targets').append(...targets.map(targetSection));
element('founding').addEventListener('click', () => void set('login', '500'));
element('clear').addEventListener('click', () => void ask({ method: 'DELETE' }));
setInterval(() => void ask(), refreshMs);
await ask();
