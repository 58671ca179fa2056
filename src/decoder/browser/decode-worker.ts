import type { Ask, Tell } from './session.ts';

// Reads and explains a trace away from the page, so that a large file never freezes it. Nothing is sent: the
// only file that is loaded are the names of codes, causes and warnings.

const scope = self as unknown as { postMessage: (message: Tell) => void; onmessage: unknown };

// In a chunk of its own: WebKitGTK 2.50 runs the script that a worker begins with a second time if a chunk imports it, and the
// second session, which has read nothing, would take the questions.
const session = import('./session.ts').then(({ Session }) => new Session((message) => scope.postMessage(message)));

scope.onmessage = ({ data }: MessageEvent<Ask>) =>
  void session.then(
    (ready) => ready.answer(data),
    () => scope.postMessage({ tell: 'failed', redacted: 'redacted' in data && data.redacted, loaded: false }),
  );
