/** A slip in the widget stays in the widget: nothing reaches the host page's error handlers. */
export const guarded =
  <Arguments extends unknown[]>(work: (...given: Arguments) => unknown): ((...given: Arguments) => void) =>
  (...given) => {
    try {
      const result = work(...given);
      if (result instanceof Promise) result.catch(ignore);
    } catch {
      // The citizen still has the hotline and the form without scripts; the host page must not notice.
    }
  };

const ignore = (): void => undefined;
