import type { Locale } from '../../locales.ts';
import type { Ask, Export, Tell } from './session.ts';
import workerUrl from './decode-worker.ts?worker&url';
import { scriptUrl } from '../../browser/trusted-types.ts';
import { takeDrops } from './drop.ts';

// The page of the decoder: takes text and files to the worker, and shows what comes back. Nothing of a trace is ever
// markup here: all of it becomes text nodes. Shown is only what is as the box says: redacted if it is ticked.

const root = document.querySelector<HTMLElement>('#decoder')!;
const part = <Kind extends HTMLElement>(name: string) => root.querySelector<Kind>(`[data-part="${name}"]`)!;
const words = root.dataset as Record<
  | 'locale'
  | 'names'
  | 'site'
  | 'sip'
  | 'example'
  | 'failed'
  | 'notRedacted'
  | 'notRead'
  | 'replaced'
  | 'asFound'
  | 'copied'
  | 'notCopied'
  | 'empty'
  | 'stopped'
  | 'given'
  | 'progress'
  | 'analysing',
  string
>;
const [form, text, file, result, status] = [
  part<HTMLFormElement>('form'),
  part<HTMLTextAreaElement>('text'),
  part<HTMLInputElement>('file'),
  part('result'),
  part('status'),
];
const stop = part<HTMLButtonElement>('stop');
const redacted = part<HTMLInputElement>('redact');
const dialog = part<HTMLDialogElement>('message');

/** After this time without an answer the reader may want to stop. */
const SLOW_MS = 400;
/** So long a worker may take after a stop to give what it has; the page waits for nothing meanwhile. */
const GRACE_MS = 3000;

let worker: Worker | null = null;
/** What the worker reads; after a stop its beginning may be read again. */
let given: File | string | null = null;
let [reading, stopping, group] = [false, false, 0];
let slow: ReturnType<typeof setTimeout> | undefined;

/** What draws, exports and takes away again; only loaded when there is something to draw. */
let drawn: typeof import('./decode-view.ts') | undefined;
const drawing = async () => (drawn ??= await import('./decode-view.ts'));

function ask(question: Ask): void {
  if (!worker) return;
  worker.postMessage(question);
  clearTimeout(slow);
  slow = setTimeout(() => (stop.hidden = false), reading ? 0 : SLOW_MS);
}

/** The worker has answered: there is nothing to stop. */
function answered(): void {
  clearTimeout(slow);
  stop.hidden = true;
  reading = stopping = false;
}

/** Takes everything of a trace out of the page. */
function hide(): void {
  result.hidden = true;
  dialog.close();
  drawn?.clear(result, dialog);
}

/** A sentence with numbers in its places */
const fill = (sentence: string, ...numbers: number[]): string =>
  numbers.reduce((said, number) => said.replace('{}', number.toLocaleString(words.locale)), sentence);

/** Ends the worker, whatever it is doing. */
function end(said: string): void {
  worker?.terminate();
  worker = null;
  given = null;
  answered();
  hide();
  status.textContent = said;
}

/** @param soon only the first messages are wanted */
function read(input: File | string, soon = false): void {
  end('');
  given = input;
  let own: Worker;
  try {
    own = worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  } catch {
    status.textContent = words.failed;
    return;
  }
  own.onmessage = ({ data }: MessageEvent<Tell>) => {
    if (worker === own) void heard(data, own);
  };
  own.onerror = () => {
    if (worker === own) end(words.failed);
  };
  reading = true;
  group = 0;
  const { locale, names, site, sip } = words;
  ask({ ask: 'read', input, locale: locale as Locale, names, site, sip, redacted: redacted.checked, soon });
}

/** Takes what the worker has, or the beginning of what it had, and waits no longer for the rest. */
function halt(): void {
  // A worker that does not read does not listen either. Its beginning is quickly read again.
  if (reading) worker!.postMessage({ ask: 'stop' } satisfies Ask);
  else read(given!, true);
  const own = worker;
  clearTimeout(slow);
  stopping = stop.hidden = true;
  setTimeout(() => {
    if (worker === own && stopping) end(words.given);
  }, GRACE_MS);
}

async function heard(data: Tell, own: Worker): Promise<void> {
  if (data.tell === 'read') {
    reading = false;
    if (stopping) end(words.given);
    // What was read at once is explained at once, and nothing is read out in between.
    else if (status.textContent !== '') status.textContent = fill(words.analysing, data.messages);
    return;
  }
  if (data.tell === 'progress') {
    status.textContent = fill(words.progress, data.percent, data.messages);
    return;
  }
  const view = await drawing().catch(() => null);
  // The box may have changed since the worker answered, and a new trace may be on its way; then another answer follows.
  if (worker !== own || data.redacted !== redacted.checked) return;
  if (!view) return end(words.failed);
  answered();
  switch (data.tell) {
    case 'failed':
      hide();
      status.textContent = !data.loaded ? words.failed : data.redacted ? words.notRedacted : words.notRead;
      return;
    case 'overview': {
      const { overview, stopped, replaced } = data;
      const none = overview.groups.items.length === 0;
      const done = replaced === null ? words.asFound : fill(words.replaced, replaced);
      status.textContent = [stopped && words.stopped, ...(none ? [words.empty] : [overview.read, done])]
        .filter(Boolean)
        .join(' ');
      result.hidden = none && overview.skipped.length === 0;
      view.showOverview(part('overview'), overview, { choose, more });
      part('group').hidden = none;
      if (!none) choose(group);
      return;
    }
    case 'groups':
      view.addGroups(part('overview'), data.groups, data.from, { choose, more });
      return;
    case 'group':
      if (data.index === group) view.showGroup(part('group'), data.view, { open, steps });
      return;
    case 'steps':
      if (data.index === group) view.addSteps(part('group'), data.piece, { open, steps });
      return;
    case 'message':
      view.showMessage(dialog, data.text);
      return;
    case 'export': {
      const name = data.redacted ? 'ladder-redacted.svg' : 'ladder.svg';
      if (data.form === 'svg') view.download(data.text, name, 'image/svg+xml');
      else part('copied').textContent = (await view.toClipboard(data.text)) ? words.copied : words.notCopied;
    }
  }
}

const open = (index: number): void => ask({ ask: 'message', index });
const more = (from: number): void => ask({ ask: 'groups', from });
const steps = (from: number): void => ask({ ask: 'steps', index: group, from });

function choose(index: number): void {
  group = index;
  part('copied').textContent = '';
  drawn?.markGroup(part('overview'), index);
  ask({ ask: 'group', index });
}

form.inert = false;
// The entry of the session keeps the box: going back to the page, or loading it again, does not untick it.
const kept = (history.state as { redact?: unknown } | null)?.redact;
if (typeof kept === 'boolean') redacted.checked = kept;
const keep = () => history.replaceState({ ...(history.state as object | null), redact: redacted.checked }, '');
// A link to a heading of the page makes an entry of its own.
window.addEventListener('hashchange', keep);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (text.value.trim() !== '') read(text.value);
});
// A paste into the empty field says what is wanted.
text.addEventListener('paste', () => {
  if (text.value === '') setTimeout(() => read(text.value));
});
file.addEventListener('change', () => {
  if (file.files?.[0]) read(file.files[0]);
});
part('example').addEventListener('click', () => {
  void fetch(words.example)
    .then((response) => response.text())
    .then(
      (example) => {
        text.value = example;
        read(example);
      },
      () => (status.textContent = words.failed),
    );
});
part('clear').addEventListener('click', () => {
  const { checked } = redacted;
  form.reset();
  redacted.checked = checked;
  end('');
  text.focus();
});
stop.addEventListener('click', halt);
redacted.addEventListener('change', () => {
  keep();
  hide();
  if (!reading) status.textContent = '';
  ask({ ask: 'redact', on: redacted.checked });
});
for (const button of root.querySelectorAll<HTMLButtonElement>('[data-export]'))
  button.addEventListener('click', () => {
    part('copied').textContent = '';
    ask({ ask: 'export', index: group, form: button.dataset['export'] as Export });
  });

takeDrops(root, (dropped) => {
  if (typeof dropped === 'string') text.value = dropped;
  read(dropped);
});
