import { FeedbackKind } from '../../../data/feedback/feedback.js';
import type { FeedbackFault, FeedbackFaults, FeedbackField } from './feedback-form.js';
import { feedbackFrame } from './feedback-frame.js';
import type { FeedbackPage } from './feedback-frame.js';
import { describedBy, faultOf, formField } from '../form-field.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { inLanguage } from '../in-language.js';
import { officeName } from '../page-frame.js';

export interface FeedbackFormPage extends FeedbackPage {
  /** Drawn for each form shown: the same form sent twice is filed once. */
  once: string;
  /** The fields as posted, shown again. */
  typed?: Readonly<Record<string, string>>;
  faults?: FeedbackFaults;
  /** The text sounds like a khiếu nại or tố cáo: says where those are taken; the sender may insist. */
  referral?: boolean;
  /** Said on top instead of a fault: the office could not record it, try again. */
  trouble?: string;
}

const FIELDS: readonly FeedbackField[] = ['text', 'dossier', 'name', 'reach', 'consent'];

/** The form at `/gop-y`, for who cannot or will not chat. */
export const feedbackFormPage = (page: FeedbackFormPage): string => {
  const { say, locale, faults = {}, referral = false, trouble = '' } = page;
  const wrong = Object.keys(faults).length > 0 || referral || trouble !== '';
  return feedbackFrame(page, {
    title: say('page.formTitle'),
    path: '/gop-y',
    wrong,
    main: html`
      ${trouble !== '' && html`<div class="box faults" role="alert"><p>${trouble}</p></div>`}
      ${faultSummary(page)} ${referral && referralNote(page)}
      <div>
        <h1>${say('page.formTitle')}</h1>
        <p class="lead">${say('page.formLead')}</p>
      </div>
      <div class="box">
        <p>${say('page.notHere', { place: receptionOf(page) })}</p>
      </div>
      <form method="post" action="${inLanguage('/gop-y', locale)}" novalidate>
        <input type="hidden" name="form" value="file" />
        <input type="hidden" name="once" value="${page.once}" />
        ${kinds(page)} ${field(page, 'text')} ${field(page, 'dossier')} ${contact(page)}
        ${referral && insist(page)}
        <div class="box small">
          <h2>${say('page.privacyTitle')}</h2>
          <p>${say('page.privacy', { office: officeName(page) })}</p>
        </div>
        <button class="do" type="submit">${say('page.formSend')}</button>
      </form>
      <p class="no-print"><a href="${inLanguage('/gop-y?xem=1', locale)}">${say('page.statusLink')}</a></p>
    `,
  });
};

const valueOf = ({ typed = {} }: FeedbackFormPage, name: string): string => typed[name] ?? '';

const faultText = ({ say, faults = {} }: FeedbackFormPage, name: FeedbackField): string | null => {
  const fault: FeedbackFault | undefined = faults[name];
  return fault === undefined ? null : say(`page.${fault}`);
};

const faultSummary = (page: FeedbackFormPage): Html => {
  const faults = FIELDS.flatMap((name) => {
    const text = faultText(page, name);
    return text === null ? [] : [html`<li><a href="#${name}">${text}</a></li>`];
  });
  return html`${
    faults.length > 0 &&
    html`<div class="box faults" role="alert">
      <h2>${page.say('page.faultsTitle')}</h2>
      <ul>
        ${faults}
      </ul>
    </div>`
  }`;
};

const field = (page: FeedbackFormPage, name: Exclude<FeedbackField, 'consent'>): Html => {
  const { say } = page;
  const shared = {
    name,
    value: valueOf(page, name),
    fault: faultText(page, name),
    hint: null,
    optional: null,
  };
  const optional = say('page.optional');
  switch (name) {
    case 'text':
      return formField({
        ...shared,
        label: say('page.text'),
        hint: say('page.textHint'),
        required: true,
        lines: 8,
      });
    case 'dossier':
      return formField({ ...shared, label: say('page.dossier'), hint: say('page.dossierHint'), optional });
    case 'name':
      return formField({ ...shared, label: say('page.name'), autocomplete: 'name' });
    case 'reach':
      return formField({ ...shared, label: say('page.reach') });
  }
};

/** One question, answered by leaving it empty as well. */
const contact = (page: FeedbackFormPage): Html =>
  html`<fieldset class="contact" aria-describedby="contact-hint">
    <legend>${page.say('page.contactTitle')}</legend>
    <p class="hint" id="contact-hint">${page.say('page.contactHint')}</p>
    ${field(page, 'name')} ${field(page, 'reach')} ${consent(page)}
  </fieldset>`;

const kinds = (page: FeedbackFormPage): Html => {
  const options = FeedbackKind.options.filter((kind) => kind !== 'unclassified');
  return html`<fieldset>
    <legend>${page.say('page.kind')}</legend>
    <div class="choices">
      ${options.map(
        (kind) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="kind"
              value="${kind}"
              ${valueOf(page, 'kind') === kind && html` checked`}
            />
            ${page.say(`feedbackKind.${kind}`)}</label
          >`,
      )}
    </div>
  </fieldset>`;
};

/** Never ticked beforehand: silence is no consent (Luật 91/2025/QH15). */
const consent = (page: FeedbackFormPage): Html => {
  const fault = faultText(page, 'consent');
  return html`<div class="${fault === null ? 'field' : 'field wrong'}">
    ${faultOf('consent', fault)}
    <label class="choice alone"
      ><input
        type="checkbox"
        id="consent"
        name="consent"
        value="yes"
        ${describedBy('consent', null, fault)}${valueOf(page, 'consent') !== '' && html` checked`}
      />
      <span>${page.say('page.consent', { office: officeName(page) })}</span></label
    >
  </div>`;
};

const referralNote = (page: FeedbackFormPage): Html =>
  html`<div class="box note" role="alert">
    <h2>${page.say('page.referralTitle')}</h2>
    <p>${page.say('page.referral', { place: receptionOf(page) })}</p>
    <p><a href="#insists">${page.say('page.insist')}</a></p>
  </div>`;

const insist = (page: FeedbackFormPage): Html =>
  html`<label class="choice alone"
    ><input type="checkbox" id="insists" name="insists" value="yes" />
    <span>${page.say('page.insist')}</span></label
  >`;

const receptionOf = ({ office: { citizenReception: desk }, say }: FeedbackPage): string =>
  desk === null
    ? say('office.notConfigured')
    : [desk.place, desk.hours, desk.phone].filter((part) => part !== null).join(', ');
