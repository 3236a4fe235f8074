/** @type {import('dependency-cruiser').IConfiguration} */
const npm = '(^|/)node_modules/';
const node = '^(node:)?[a-z_]+(/promises)?$';
const dataOutsideStorage = '^data/(?!storage/)';
const roots = '(index|start-office|start-problem|load-pages)\\.ts$|opening/|cli/|test/|bench/';

const only = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { pathNot: to } });
const stays = (what, packages, room) => ({
  name: `${what}-stays-in-${room.replaceAll('/', '-')}`,
  severity: 'error',
  from: { pathNot: `^(${room}/|test/|bench/)` },
  to: { path: `${npm}(${packages})` },
});
const onlyFromRoots = (name, to) => ({
  name,
  severity: 'error',
  from: { pathNot: `^(data/storage/|${roots})` },
  to: { path: to },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-test',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'nobody-imports-the-roots',
      severity: 'error',
      from: { pathNot: `^(${roots})` },
      to: { path: '^(index\\.ts$|cli/)' },
    },
    only('data-nouns-are-pure', '^data/(?!storage/|load)', [
      dataOutsideStorage,
      npm,
      '^(node:)?(crypto|url)$',
    ]),
    only('data-edges-know-data', '^data/(storage/|load)', ['^data/', npm, node]),
    only('dialogs-know-data-and-the-sdk', '^dialogs/', [
      '^dialogs/',
      dataOutsideStorage,
      '^bot/framework/sdk\\.ts$',
      `${npm}zod/`,
    ]),
    only('framework-knows-dialogs-and-data', '^bot/framework/', [
      '^bot/(framework/|bot\\.ts$)',
      '^dialogs/',
      dataOutsideStorage,
      npm,
      node,
    ]),
    only('channels-know-data', '^bot/channels/', [
      '^bot/(channels/|bot\\.ts$)',
      dataOutsideStorage,
      npm,
      node,
    ]),
    only('server-knows-channels-and-data', '^bot/server/', [
      '^bot/((server|channels)/|bot\\.ts$)',
      dataOutsideStorage,
      '^web/(staff|public)/',
      '^config\\.ts$',
      npm,
      node,
    ]),
    only('pages-know-data', '^web/(staff|public)/', ['^web/(staff|public)/', dataOutsideStorage, npm]),
    only('widget-knows-itself', '^web/widget/', ['^web/widget/', npm]),
    onlyFromRoots('storage-is-opened-at-the-roots', '^data/storage/(lowdb|postgres)/'),
    stays('botbuilder', 'botbuilder|botframework', 'bot/framework'),
    stays('restify', '(@types/)?restify', 'bot/server'),
    stays('databases', 'lowdb|postgres', 'data/storage'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
