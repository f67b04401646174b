/** Where everything starts: the two faces of the app, each loaded only by who needs it. */
import '../ui/base.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepInstallQuestion } from './ask-to-install.ts';
import { keepFresh } from './keep-fresh.ts';
import { trustOwnScripts } from './trust-own-scripts.ts';

trustOwnScripts();

const place = document.getElementById('app');
if (place === null) throw new TypeError('index.html has no place for the app');
createRoot(place).render(
  <StrictMode>
    <App fresh={keepFresh()} install={keepInstallQuestion()} />
  </StrictMode>,
);
