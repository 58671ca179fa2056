import type { Locale } from '../../locales.ts';
import type { Ask, Export, Tell } from './decode-worker.ts';
import workerUrl from './decode-worker.ts?worker&url';
import { scriptUrl } from '../../browser/trusted-types.ts';

// The page of the decoder: takes text and files to the worker, and shows what comes back. Nothing of a trace is ever
// markup here: all of it becomes text nodes.

const root = document.querySelector<HTMLElement>('#decoder')!;
const part = <Kind extends HTMLElement>(name: string) => root.querySelector<Kind>(`[data-part="${name}"]`)!;
const words = root.dataset as Record<
  | 'locale'
  | 'names'
  | 'site'
  | 'sip'
  | 'example'
  | 'failed'
  | 'copied'
  | 'notCopied'
  | 'empty'
  | 'stopped'
  | 'progress',
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

let worker: Worker | null = null;
let group = 0;

function ask(question: Ask): void {
  worker?.postMessage(question);
}

function read(input: File | string): void {
  worker?.terminate();
  try {
    worker = new Worker(scriptUrl(workerUrl), { type: 'module' });
  } catch {
    status.textContent = words.failed;
    return;
  }
  worker.onmessage = ({ data }: MessageEvent<Tell>) => void heard(data);
  worker.onerror = () => {
    stop.hidden = true;
    status.textContent = words.failed;
  };
  result.hidden = true;
  stop.hidden = false;
  status.textContent = '';
  group = 0;
  const { locale, names, site, sip } = words;
  ask({ ask: 'read', input, locale: locale as Locale, names, site, sip, redacted: redacted.checked });
}

/** What draws and exports is only loaded when there is something to draw. */
const drawing = () => import('./decode-view.ts');

async function heard(data: Tell): Promise<void> {
  if (data.tell === 'progress') {
    const said = [data.percent, data.messages].map((number) => number.toLocaleString(words.locale));
    status.textContent = words.progress.replace('{}', said[0]!).replace('{}', said[1]!);
  } else if (data.tell === 'overview') {
    const { overview, stopped } = data;
    stop.hidden = true;
    const none = overview.groups.length === 0;
    status.textContent = [stopped && words.stopped, none ? words.empty : overview.read].filter(Boolean).join(' ');
    result.hidden = none && overview.skipped.length === 0;
    const { showOverview } = await drawing();
    showOverview(part('overview'), overview, group, choose);
    part('group').hidden = none;
    if (!none) choose(Math.min(group, overview.groups.length - 1));
  } else if (data.tell === 'group') {
    const { showGroup } = await drawing();
    if (data.index === group) showGroup(part('group'), data.view, (index) => ask({ ask: 'message', index }));
  } else if (data.tell === 'message') {
    dialog.querySelector('pre')!.textContent = data.text;
    dialog.showModal();
  } else {
    const { download, toClipboard } = await drawing();
    if (data.form === 'svg') download(data.text, 'ladder.svg', 'image/svg+xml');
    else part('copied').textContent = (await toClipboard(data.text)) ? words.copied : words.notCopied;
  }
}

function choose(index: number): void {
  group = index;
  for (const button of part('overview').querySelectorAll('button'))
    button.setAttribute('aria-current', String(Number(button.dataset['group']) === index));
  ask({ ask: 'group', index });
}

form.inert = false;
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
  worker?.terminate();
  worker = null;
  form.reset();
  result.hidden = true;
  stop.hidden = true;
  status.textContent = '';
  text.focus();
});
stop.addEventListener('click', () => ask({ ask: 'stop' }));
redacted.addEventListener('change', () => ask({ ask: 'redact', on: redacted.checked }));
for (const button of root.querySelectorAll<HTMLButtonElement>('[data-export]'))
  button.addEventListener('click', () => {
    part('copied').textContent = '';
    ask({ ask: 'export', index: group, form: button.dataset['export'] as Export });
  });

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  root.classList.add('over');
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) root.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  root.classList.remove('over');
  const dropped = event.dataTransfer?.files[0];
  if (dropped) read(dropped);
  else if (event.dataTransfer?.getData('text')) read((text.value = event.dataTransfer.getData('text')));
});
