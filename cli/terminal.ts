/** Where a command reads and writes. Nothing below cli/motcua.ts touches the process. */
export interface Terminal {
  /** Resolves when taken, so that a slow reader slows the command instead of filling the memory. */
  out: (chunk: string | Uint8Array) => Promise<void>;
  /** A line for the person: progress, problems. */
  err: (text: string) => void;
  /** What is piped in. */
  input: AsyncIterable<Uint8Array | string>;
  /** A person watches the messages: progress may be drawn. */
  isTty: boolean;
  /** The output goes to a screen, where a file's bytes would be noise. */
  outIsTty: boolean;
  /** Nothing is piped in: reading would wait for a person to type. */
  inputIsTty: boolean;
}

/** All of the input as text. */
export const readInput = async ({ input }: Terminal): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of input)
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
};

/** The input line by line as it comes; the last one also without a line break. */
export async function* inputLines({ input }: Terminal): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
