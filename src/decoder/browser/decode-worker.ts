import { Session, type Ask, type Tell } from './session.ts';

// Reads and explains a trace away from the page, so that a large file never freezes it. Nothing is sent: the
// only file that is loaded are the names of codes, causes and warnings.

const scope = self as unknown as { postMessage: (message: Tell) => void; onmessage: unknown };
const session = new Session((message) => scope.postMessage(message));

scope.onmessage = ({ data }: MessageEvent<Ask>) => void session.answer(data);
