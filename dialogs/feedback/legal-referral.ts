import type { Reply, Turn } from '../turn.js';

/** Where khiếu nại and tố cáo are taken. Nothing of the citizen's words is kept. */
export const legalReferral = ({ say, services: { office } }: Turn): Reply => {
  const desk = office.citizenReception;
  const place = desk
    ? [desk.place, desk.hours, desk.phone].filter((part) => part !== null).join(', ')
    : say('office.notConfigured');
  const choose = say('feedback.sendAsFeedback');
  return {
    text: say('feedback.legal', { place }),
    suggestions: [choose, say('main.menu')].map((title) => ({ title, value: title })),
  };
};
