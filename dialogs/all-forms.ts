import { browseForm } from './browse/browse-form.js';
import { dossierForm } from './dossier/dossier-form.js';
import { feedbackForm } from './feedback/feedback-form.js';
import { followUpForm } from './feedback/follow-up-form.js';
import { FormDialog } from './form-dialog.js';
import { preparationForm } from './preparation/preparation-form.js';
import { placeForm } from './place/place-form.js';
import { procedureForm } from './procedure/procedure-form.js';
import { surveyForm } from './survey/survey-form.js';

const FORMS = [
  procedureForm,
  preparationForm,
  browseForm,
  dossierForm,
  feedbackForm,
  followUpForm,
  surveyForm,
  placeForm,
];

/** Every form as a dialog of the SDK. */
export const allForms = (): FormDialog[] => FORMS.map((form) => new FormDialog(form));
