/** The drawings of the icons: 24 × 24, stroked in the colour of the text around them. Our own, so there is no icon package to carry. */
import type { ReactNode } from 'react';

const bin = (
  <>
    <path d="M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l.9 13.5h9.2l.9-13.5" />
    <path d="M10.2 10.5v5.5M13.8 10.5v5.5" />
  </>
);

const person = (
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20.5c.9-4 4-6 7.5-6s6.6 2 7.5 6" />
  </>
);

export const iconShapes = {
  back: <path d="m14.5 5.5-6.5 6.5 6.5 6.5" />,
  backspace: (
    <>
      <path d="M8.5 5.500H21v13H8.500L2.5 12z" />
      <path d="m12 9.5 5 5m0-5-5 5" />
    </>
  ),
  bag: (
    <>
      <path d="M5 8h14l1 12.500H4z" />
      <path d="M8.5 11V7a3.5 3.5 0 0 1 7 0v4" />
    </>
  ),
  barcode: <path d="M4 5.500v13M7.5 5.500v13M11 5.500v13M14 5.500v13M17 5.500v13M20 5.500v13" />,
  basket: (
    <>
      <path d="M3.5 9.500h17L18.8 19.500H5.200z" />
      <path d="m7.5 9.5 3-6M16.5 9.500l-3-6M9.5 13v3M14.5 13v3" />
    </>
  ),
  bin,
  card: (
    <>
      <rect x="2.5" y="5" width="19" height="14" rx="2.5" />
      <path d="M2.5 10h19M6.5 15h3" />
    </>
  ),
  cash: (
    <>
      <rect x="2.5" y="6" width="19" height="12" rx="2" />
      <circle cx="12" cy="12" r="2.8" />
      <path d="M6 12h.01M18 12h.01" />
    </>
  ),
  check: <path d="m5 12.5 4.5 4.500L19 7.5" />,
  'chevron-down': <path d="m5.5 9.5 6.5 6.5 6.5-6.5" />,
  'chevron-up': <path d="m5.5 14.5 6.5-6.5 6.5 6.5" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3.3 2" />
    </>
  ),
  close: <path d="m6 6 12 12M18 6 6 18" />,
  cloud: <path d="M7 18.500a4.5 4.5 0 0 1-.5-8.97 6 6 0 0 1 11.6 1.080A4 4 0 0 1 17.5 18.500z" />,
  'cloud-off': (
    <>
      <path d="M9.3 5.900a6 6 0 0 1 8.8 4.71 4 4 0 0 1 2.5 6.300M17 18.500H7a4.5 4.5 0 0 1-.5-8.97" />
      <path d="m3.5 3.5 17 17" />
    </>
  ),
  drawer: (
    <>
      <rect x="3" y="8" width="18" height="12" rx="2" />
      <path d="M3 13h18M10 16.500h4M7 8V4h10v4" />
    </>
  ),
  forward: <path d="m9.5 5.5 6.5 6.5-6.5 6.5" />,
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.500M12 7.500h.01" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="15.5" r="4.5" />
      <path d="m11.3 12.2 8.7-8.700M16.5 7l3 3M14 9.500l2 2" />
    </>
  ),
  lock: (
    <>
      <rect x="4.5" y="10.5" width="15" height="10" rx="2.5" />
      <path d="M8 10.500V7.500a4 4 0 0 1 8 0v3" />
    </>
  ),
  menu: <path d="M4 6.500h16M4 12h16M4 17.500h16" />,
  minus: <path d="M5 12h14" />,
  more: <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth="3.2" />,
  office: (
    <>
      <path d="M4 20.500V5l8-2v17.500M12 8.500h8v12M2.5 20.500h19" />
      <path d="M7.5 8h.01M7.5 12h.01M7.5 16h.01M16 12.500h.01M16 16.500h.01" strokeWidth="2.4" />
    </>
  ),
  parked: <path d="M9 5v14M15 5v14M4 9.500v5M20 9.500v5" />,
  pencil: <path d="m4 20 1-4.500L16 4.500l3.5 3.5-11 11zM13.5 7l3.5 3.5" />,
  people: (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M2.5 19.500c.7-3.5 3.3-5.3 6.5-5.300s5.8 1.8 6.5 5.3" />
      <path d="M15.5 5.200a3.5 3.5 0 0 1 0 6.600M18 14.700c1.9.8 3.1 2.4 3.5 4.8" />
    </>
  ),
  person,
  plus: <path d="M12 5v14M5 12h14" />,
  printer: (
    <>
      <path d="M7 9V3.500h10V9" />
      <path d="M7 17.500H3.500V11a2 2 0 0 1 2-2h13a2 2 0 0 1 2 2v6.500H17" />
      <path d="M7 14h10v6.500H7zM17 12h.01" />
    </>
  ),
  receipt: <path d="M5.5 3h13v18l-3.25-2L12 21l-3.25-2-3.25 2zM9 8h6M9 12h6" />,
  reconcile: <path d="M3.5 7h9M3.5 12h6M3.5 17h5M12 15.500l3 3 6-7" />,
  refresh: (
    <>
      <path d="M20 11.500a8 8 0 0 0-14.5-4L3.5 9.500M3.5 4v5.500H9" />
      <path d="M4 12.500a8 8 0 0 0 14.5 4l2-2M20.5 20v-5.500H15" />
    </>
  ),
  refund: <path d="M8.5 4.5 4 9l4.5 4.500M4 9h10a5.5 5.5 0 0 1 0 11h-4" />,
  sales: <path d="M4 20.500V13M9.3 20.500V8M14.6 20.500v-6M20 20.500V4" />,
  scan: <path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 9v6M12 9v6M16 9v6" />,
  search: (
    <>
      <circle cx="10.8" cy="10.8" r="6.8" />
      <path d="m20.5 20.5-4.7-4.7" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7h8M18 7h2M4 17h2M12 17h8" />
      <circle cx="15" cy="7" r="2.7" />
      <circle cx="9" cy="17" r="2.7" />
    </>
  ),
  shift: (
    <>
      <circle cx="12" cy="13" r="7.5" />
      <path d="M12 9v4l2.5 1.500M9 2.500h6" />
    </>
  ),
  'sound-off': <path d="M4 9.500v5h3.500L12 18.500v-13L7.5 9.500zM16 9.500l5 5M21 9.500l-5 5" />,
  'sound-on': (
    <path d="M4 9.500v5h3.500L12 18.500v-13L7.5 9.500zM15.5 9.200a4 4 0 0 1 0 5.600M18.3 6.500a8 8 0 0 1 0 11" />
  ),
  strip: <path d="M2.5 8.500h19v7h-19zM9.5 8.500v7M14.5 8.500v7" />,
  tablet: (
    <>
      <rect x="5" y="2.5" width="14" height="19" rx="2.5" />
      <path d="M10.5 18h3" />
    </>
  ),
  tag: (
    <>
      <path d="M3.5 3.500h8l9 9-8 8-9-9z" />
      <path d="M8 8h.01" strokeWidth="2.8" />
    </>
  ),
  tills: (
    <>
      <rect x="2.5" y="4" width="13" height="15.5" rx="2.2" />
      <path d="M7.5 16h3M18.5 6.500h1a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-1" />
    </>
  ),
  undo: <path d="M8 5 3.5 9.5 8 14M3.5 9.500H14a6 6 0 0 1 6 6v3" />,
  unreadable: <path d="M6 3h8l4.5 4.500V21H6zM9.5 10.500l5 5m0-5-5 5" />,
  warning: (
    <>
      <path d="M12 3.5 22 20.500H2z" />
      <path d="M12 10v4.500M12 17.500h.01" />
    </>
  ),
  weight: <path d="M5 20.5 7 9h10l2 11.500zM12 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6z" />,
} as const satisfies Record<string, ReactNode>;
