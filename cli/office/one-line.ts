/** The only line of an office command, parsed as JSON; undefined when it gave none. */
export const oneLine = async (lines: AsyncIterable<string>): Promise<unknown> => {
  let result: unknown;
  for await (const line of lines) result = JSON.parse(line);
  return result;
};
