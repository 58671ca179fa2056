// The two numbers of the compare page. What people paste is taken as it is meant: ４８７ as 487, spaces around it, and a whole
// "480 vs 486" in one field as both.

/** The numbers of three digits in a text, digits of any width */
const numbersIn = (text: string): string[] => text.normalize('NFKC').match(/(?<!\d)[1-6]\d{2}(?!\d)/g) ?? [];

/** @param form that of `PairForm.astro` */
export function startPairForm(form: HTMLFormElement): void {
  const [first, second] = [...form.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
  const known = new Set([...form.querySelectorAll('option')].map(({ value }) => value));

  const check = () => {
    for (const each of [first, second]) {
      const [number] = numbersIn(each.value);
      each.setCustomValidity(number && !known.has(number) ? form.dataset['unknown']!.replace('{}', number) : '');
    }
  };
  const address = (): string => {
    const [a, b] = [first, second].map(({ value }) => Number(numbersIn(value)[0])) as [number, number];
    const base = form.dataset['pickPair']!;
    return a === b ? `${base}${a}/` : `${base}${Math.min(a, b)}-vs-${Math.max(a, b)}/`;
  };

  form.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement;
    const [one, other] = numbersIn(field.value);
    if (one && other) {
      [first.value, second.value] = [one, other];
      second.focus();
    }
    check();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = address();
  });

  // Sent before this script was there.
  const given = new URLSearchParams(location.search);
  if (!given.get('a') || !given.get('b')) return;
  [first.value, second.value] = [given.get('a')!, given.get('b')!];
  check();
  if (form.reportValidity()) location.replace(address());
}
