/** One thing to do later; planning it again puts off the earlier plan. */
export const createTimer = () => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    clearTimeout(timer);
  };
  return {
    cancel,
    plan: (work: () => unknown, ms: number): void => {
      cancel();
      timer = setTimeout(work, ms);
    },
  };
};
export type Timer = ReturnType<typeof createTimer>;
