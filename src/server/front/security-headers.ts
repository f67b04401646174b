/** The headers that keep foreign code out of the app. Nothing is loaded from anywhere but this server. */
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** React Aria writes two style elements; their text is fixed, so each is allowed by its digest and no other is. */
export const reactAriaStyles = [
  // Pressable elements, so that a press is not taken for the start of a scroll.
  `'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='`,
  // While a dialog is open on iOS.
  `'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='`,
];

export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        // Argon2id and the barcode reader are WebAssembly.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'style-src': ["'self'", ...reactAriaStyles],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'media-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
        // `default` turns the addresses of our own worker files into trusted ones; see the app's boot.
        'trusted-types': ['default'],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: { maxAge: transportSecuritySeconds, includeSubDomains: false },
    frameguard: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header('permissions-policy', permissionsPolicy);
  });
}

const transportSecuritySeconds = 180 * 24 * 60 * 60;

/** A till needs a camera for barcodes and wires to printers and scanners; nothing else, and no one else. */
const permissionsPolicy = [
  'camera=(self)',
  'usb=(self)',
  'serial=(self)',
  'bluetooth=(self)',
  'hid=(self)',
  'geolocation=()',
  'microphone=()',
  'payment=()',
].join(', ');
