import { button, element } from '../element.js';

/** One line of a list above the composer. */
export interface Choice {
  readonly title: string;
  readonly description: string;
  choose(): void;
}

/** Commands stand beside what they do, results above it. */
export type PickerKind = 'commands' | 'results';

const labels: Readonly<Record<PickerKind, string>> = { commands: '命令', results: '搜索结果' };

/** A list above the composer that is walked with the arrow keys: commands, inline results. */
export interface Picker {
  readonly box: HTMLElement;
  show(kind: PickerKind, choices: readonly Choice[]): void;
  hide(): void;
  isOpen(): boolean;
  /** Takes a key of the composer; tells whether it was meant for the list. */
  takeKey(key: string): boolean;
}

/** Makes the list for a text field; the field tells which line is chosen. */
export function picker(field: HTMLElement): Picker {
  const box = element('div', { class: 'picker', attributes: { role: 'listbox', id: 'picker' } });
  box.hidden = true;
  let choices: readonly Choice[] = [];
  let chosen = 0;
  const mark = (next: number) => {
    chosen = (next + choices.length) % choices.length;
    for (const [index, row] of [...box.children].entries()) {
      row.setAttribute('aria-selected', String(index === chosen));
      if (index === chosen) row.scrollIntoView({ block: 'nearest' });
    }
    field.setAttribute('aria-activedescendant', `choice-${chosen}`);
  };
  const hide = () => {
    box.hidden = true;
    choices = [];
    field.removeAttribute('aria-activedescendant');
  };
  return {
    box,
    show(kind, shown) {
      if (shown.length === 0) return hide();
      choices = shown;
      box.setAttribute('aria-label', labels[kind]);
      box.dataset['kind'] = kind;
      box.replaceChildren(...shown.map(row));
      box.hidden = false;
      mark(0);
    },
    hide,
    isOpen: () => !box.hidden,
    takeKey(key) {
      if (box.hidden) return false;
      if (key === 'ArrowDown') mark(chosen + 1);
      else if (key === 'ArrowUp') mark(chosen - 1);
      else if (key === 'Enter' || key === 'Tab') choices[chosen]?.choose();
      else if (key === 'Escape') hide();
      else return false;
      return true;
    },
  };
}

function row(choice: Choice, index: number): HTMLElement {
  const made = button(
    { class: 'choice', attributes: { role: 'option', id: `choice-${index}`, tabindex: '-1' } },
    [
      element('span', { class: 'choice-title', text: choice.title }),
      element('span', { class: 'choice-description', text: choice.description }),
    ],
  );
  made.addEventListener('pointerdown', (event) => event.preventDefault());
  made.addEventListener('click', () => choice.choose());
  return made;
}
