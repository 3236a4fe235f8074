import type { OfficeAlias } from '../../data/procedures/edition/office-alias.js';
import type { CommandContext } from '../command.js';
import type { OfficeAccess } from '../office/office-access.js';
import { oneLine } from '../office/one-line.js';
import { confirm } from '../procedures/confirm.js';
import type { AliasInput } from './words-desk.js';

/** Asks unless that was waived, then keeps the alias's next version; false: nothing was kept. */
export const keepAlias = async (
  office: OfficeAccess,
  { alias, code, question, version, by: actor }: OfficeAlias,
  { ask, yes, context: { terminal } }: { ask: string; yes: boolean; context: CommandContext },
): Promise<boolean> => {
  if (!yes && !(await confirm(terminal, ask))) {
    await terminal.out('Chưa ghi gì. Muốn ghi thì thêm --yes.\n');
    return false;
  }
  const wanted: AliasInput = { alias, code, question, follows: version - 1, actor };
  await oneLine(office.run('edition.alias', wanted));
  return true;
};
