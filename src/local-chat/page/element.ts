/** What an element may be given: attributes, listeners and classes. Texts are always set as text, never as markup. */
export interface Given {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly on?: { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };
}

/** Makes an element with children; `undefined` and `false` among them are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: Given = {},
  children: readonly (Node | string | undefined | false)[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (given.class) made.className = given.class;
  if (given.text !== undefined) made.textContent = given.text;
  for (const [attribute, value] of Object.entries(given.attributes ?? {}))
    if (value !== undefined) made.setAttribute(attribute, value);
  for (const [event, listener] of Object.entries(given.on ?? {}))
    made.addEventListener(event, listener as EventListener);
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

/** A button that is no submit button. */
export function button(
  given: Given,
  children: readonly (Node | string | undefined | false)[] = [],
): HTMLButtonElement {
  return element('button', { ...given, attributes: { type: 'button', ...given.attributes } }, children);
}

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no element #${id}`);
  return found;
}
