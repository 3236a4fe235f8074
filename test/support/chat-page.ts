import type { Locator, Page } from 'playwright-core';

/** The widget as a citizen handles it: by what he reads, not by class names. */
export const chatOn = (page: Page) => {
  const log = page.getByRole('log');
  const box = page.getByRole('textbox');
  return {
    log,
    type: async (text: string): Promise<void> => {
      await box.fill(text);
      await box.press('Enter');
    },
    tap: (name: string): Promise<void> =>
      page.getByRole('group').getByRole('button', { name, exact: true }).last().click(),
    /** Waits until the log shows it. */
    reads: (text: string | RegExp): Promise<void> => log.getByText(text).last().waitFor(),
    card: (): Locator => log.locator('article, section').last(),
  };
};
