/** Rejects when the answer is not there in time: a database behind a dead network says nothing at all. */
export const answerInTime = async <T>(answer: PromiseLike<T>, within = ANSWER_MS): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('No answer in time.'), { code: 'NO_ANSWER' }));
    }, within);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

const ANSWER_MS = 3_000;
