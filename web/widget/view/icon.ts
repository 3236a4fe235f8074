const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 19V5M5.5 11.5L12 5l6.5 6.5',
  chat: 'M4 5.5h16v11H10l-4.5 3.5v-3.5H4z',
  /** One door, standing open: "một cửa". */
  door: 'M5 20.5V10a7 7 0 0 1 14 0v10.5M2.5 20.5h19M12 20.5v-9.2l4.2-1.6v10.8',
  chevron: 'M6 9l6 6 6-6',
  out: 'M14 5h5v5M19 5l-8.5 8.5M17 14v5H5V7h5',
  alert: 'M12 4L2.8 20h18.4zM12 10v4.5M12 17.4v.1',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.6v.1',
};

/** A line drawing in the colour of the text beside it; decoration only. */
export const icon = (name: keyof typeof PATHS): SVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
};
