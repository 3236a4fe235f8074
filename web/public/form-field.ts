import { html } from './html.js';
import type { Html } from './html.js';

export interface FormField {
  name: string;
  label: string;
  hint: string | null;
  /** What was typed before. */
  value: string;
  fault: string | null;
  /** The word for "not required", where that must be said. */
  optional: string | null;
  required?: boolean;
  lines?: number;
  /** How browsers may fill it in. */
  autocomplete?: string;
}

/** A labelled input with its hint and its fault, which screen readers read with it. */
export const formField = (field: FormField): Html => {
  const { name, label, hint, fault, optional } = field;
  return html`<div class="${fault === null ? 'field' : 'field wrong'}">
    <label class="label" for="${name}"
      >${label}${optional !== null && html` <span class="optional">(${optional})</span>`}</label
    >
    ${hint !== null && html`<p class="hint" id="${name}-hint">${hint}</p>`} ${faultOf(name, fault)}
    ${input(field)}
  </div>`;
};

export const faultOf = (name: string, fault: string | null): Html =>
  html`${fault !== null && html`<p class="fault" id="${name}-fault">${fault}</p>`}`;

/** What a field is described by, as an attribute. */
export const describedBy = (name: string, hint: string | null, fault: string | null): Html => {
  const ids = [hint !== null && `${name}-hint`, fault !== null && `${name}-fault`].filter(Boolean).join(' ');
  return html`${ids !== '' && html` aria-describedby="${ids}"`}${fault !== null && html` aria-invalid="true"`}`;
};

const input = (field: FormField): Html => {
  const { name, value, hint, fault, lines, autocomplete } = field;
  const described = describedBy(name, hint, fault);
  const required = field.required === true && html` aria-required="true"`;
  if (lines === undefined)
    return html`<input
      class="short"
      type="text"
      id="${name}"
      name="${name}"
      value="${value}"
      autocomplete="${autocomplete ?? 'off'}"
      ${described}${required}
    />`;
  // The line break after the tag is the one browsers drop, so that the citizen's own first one stays.
  return html`<textarea id="${name}" name="${name}" rows="${lines}" ${described}${required}>
${value}</textarea>`;
};
