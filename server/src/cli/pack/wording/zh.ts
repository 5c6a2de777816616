import type { PackWording } from './pack-wording.js';

export const chinese: PackWording = {
  locale: 'zh',
  unusualConfig: '此文件的写法无法由命令改动，请自行写明packs和dependencies。',
  notWritten: {
    changed: '文件在此期间已被改动，未写入。请再次运行此命令。',
    'read-only': '未写入：文件为只读。',
    'not a file': '未写入：这不是文件。',
  },
  unwritable: (reason) => `无法写入：${reason}。`,
  anotherRuns: (pid) =>
    `另一个plumbline pack命令${pid === '' ? '' : `（进程${pid}）`}正在此处运行，请等其结束后再运行。`,
  noProgram: (program) => `没有安装${program}，或不在PATH中：取得此词库要用${program}。`,
  programFailed: (program, address, said) => `无法取得“${address}”。${program}的说明：${said}`,
  noVersion: '没有版本',
  tooSlow: (address) => `“${address}”未在时限内应答（--timeout）。`,
  asksForPassword: (address) => `“${address}”要求密码，而此处不询问。`,
  logInFirst: (command) => `请先登录，使下列命令不再询问：${command}`,
  noRepository: (url) => `${url}：没有这个版本库，或无权读取。`,
  noRef: (url, ref) => `“${url}”没有分支、标签或提交“${ref}”。`,
  noCommit: (url, commit) =>
    `“${url}”已没有plumbline.lock中的提交${commit.slice(0, 12)}。改锁其他提交：plumbline pack update`,
  noPackage: (spec) => `npm没有包${spec}，或无权读取。`,
  noSuchVersion: (spec) => `npm有这个包，但没有合于${spec}的版本。`,
  unreachable: (url, reason) => `无法连接“${url}”：${reason}。`,
  answers: (url, status) => `“${url}”应答${status}。`,
  leadsElsewhere: (url, where) => `“${url}”转到“${where}”，不从该处取得。`,
  archive: {
    broken: (address) => `“${address}”不是可读取的压缩包。`,
    'too-large': (address) => `“${address}”超出词库所能有的大小，未取用。`,
    'too-many': (address) => `“${address}”的文件多于词库所能有的数目，未取用。`,
    unsafe: (address, path) => `“${address}”中有指向其外的路径（“${path}”），未取用。`,
    link: (address, path) => `“${address}”中有链接（“${path}”），未取用。`,
  },
  noPackIn: (address) => `“${address}”中没有词库：没有pack.yaml。`,
  noFolder: (address) => `${address}：没有这个文件夹或压缩包。`,
  noPackAt: (address, inside) => `“${address}”的${inside}中没有词库。`,
  severalPacks: (address, folders) =>
    `“${address}”中有几个词库，请写明是哪一个，如 …#path:${folders[0]}：${folders.join('、')}`,
  badAddress: (address) =>
    `“${address}”不是词库的来处：请写npm的包（@team/pack）、git地址（https://host/pack.git#v1）、压缩包（https://host/pack.tgz）或文件夹（../shared/pack）。`,
  secretAddress: () => '地址中有密码，写入plumbline.yaml后人人可见：密码由git和npm自行保管。',
  unusable: (address, problem) => `“${address}”不是可用的词库：${problem}`,
  otherName: (address, name, wanted) => `“${address}”是词库“${name}”，不是“${wanted}”。`,
  ownPack: (folder, name) => `“${folder}”是自己的词库“${name}”，先于外来的词库。请先将该文件夹改名或移除。`,
  leadsBack: (pack, dependency) => `词库“${pack}”依赖“${dependency}”，后者又依赖前者：依赖不得循环。`,
  goesDeeper: (pack, dependency, further) =>
    `词库“${pack}”依赖“${dependency}”，后者又依赖其他词库（${further.join('、')}）：依赖只能有一层。`,
  unmet: (pack, dependency, range) =>
    `词库“${pack}”需要词库“${dependency}”${range}，此处没有。请一并添加：plumbline pack add <来处>`,
  notPinned: (name, address) =>
    `“${name}”：从“${address}”取得的内容与plumbline.lock不符，未作改动。如确应如此：plumbline pack update ${name}`,
  wouldChange: (names) =>
    `plumbline.lock将有变化（${names.join('、')}）。请运行不带--frozen的“plumbline pack install”并提交。`,
  notHere: (name, known) =>
    `“${name}”不在plumbline.yaml的dependencies中${known.length === 0 ? '，其中没有词库' : `：${known.join('、')}`}。`,
  noConfig: '此处及上级文件夹没有plumbline.yaml。可先运行“plumbline init”或“plumbline pack add”',
  nothingFetched:
    'plumbline.yaml没有写明dependencies。添加词库：plumbline pack add <npm包名 | git地址 | 压缩包 | 文件夹>',
  added: (name, version, address, config) => `已将词库${name} ${version}添加到${config}，来自“${address}”。`,
  addedToo: (name, by) => `  同时添加${name}，${by}依赖它。`,
  commitBoth: '请将plumbline.yaml和plumbline.lock纳入版本库；其他人运行“plumbline pack install”即可。',
  nextCheck: '接下来：plumbline pack list，plumbline check',
  installed: (name, version) => `已安装词库${name} ${version}。`,
  upToDate: (packs) => `${packs}个词库与plumbline.lock一致，无须改动。`,
  updated: (name, before, after) => `${name} ${before} → ${after}`,
  compare: (command) => `由此有何变化：${command}`,
  newestAlready: '没有更新的版本。',
  removed: (name, config) => `已将词库${name}从${config}移除。`,
  stillNeeded: (name, by) => `词库${by.join('、')}依赖“${name}”，请先移除前者。`,
  noPacks: '没有词库',
  ships: '随Plumbline附带',
  notInstalled: '尚未安装：plumbline pack install',
  notInForce: 'packs中没有写，未启用',
  differs: '与plumbline.lock不符：plumbline pack install',
  unlocked: '与plumbline.lock所记不同：plumbline pack install',
  missing: '没有找到',
  cycle: '反过来又依赖它，不允许',
  tooDeep: (names) => `又依赖其他词库（${names.join('、')}），只允许一层`,
  twoPacks: (before, after) => `“${before}”和“${after}”是两个词库，不是一个词库的两个版本。`,
  noVersionNamed: (name) => `“${name}”不是词库文件夹，也不是plumbline.yaml的词库。要比较npm的包：npm:${name}@1.0.0`,
  diff: {
    same: '两者词条相同。',
    added: '新增',
    changed: '改动',
    ended: (on) => (on === undefined ? '终止' : `终止于${on}`),
    removed: '删除',
    pack: '词库本身',
    appears: '新增',
    vanishes: '消失',
    changes: '改变',
    findings: (appear, vanish, change) =>
      appear + vanish + change === 0
        ? '两者查出的问题相同。'
        : `问题：新增${appear}处，消失${vanish}处，改变${change}处`,
  },
  wrongVersion: (range) => `需要${range}`,
};
