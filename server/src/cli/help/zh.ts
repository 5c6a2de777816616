import type { HelpTexts } from './text-types.js';

const paths =
  '文件、文件夹（其中的.md、.markdown、.qmd、.Rmd、.mdx文件，以及配置的“files”所列文件）、加引号的通配符，或“-”（标准输入）；不写时取配置的“files”，没有则取当前文件夹';

const failed = '用法有误，或配置、路径、词库、直接写出的文件无法读取';

const failedReading = `${failed}，或读取文件超过--timeout`;

export const chinese: HelpTexts = {
  titles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
  exitCodes: '退出码：',
  examples: '示例：',
  choices: (values) => `可用值：${values.replaceAll(', ', '、')}`,
  byDefault: (value) => `默认：${value}`,
  inBrackets: (parts) => `（${parts.join('；')}）`,
  options: {
    pack: '核对所用的词库，取代配置中的词库；可重复使用',
    config: '所用的配置，取代各文件所在文件夹或上级文件夹中最近的plumbline.yaml',
    date: '报告日期，如2023-10-10（默认：今天）',
    region: '报告所涉地区，如CN或CN-GD',
    report: '报告所属的报告类型',
    language: '报告所用的语言，如en或zh',
    'stdin-path': '标准输入的文本视为此路径的文件，用于查找配置和输出',
    timeout: '读取一个文件的时限（秒），超时即放弃，视为未读取（默认：60）',
    rule: '只用这条规则；可重复使用',
    locale: '消息和本帮助的语言，en或zh（默认：依LC_ALL和LANG）',
    format: '输出格式',
    'fail-on': '使退出码为1的最低级别',
    version: '显示版本',
    help: '显示本帮助',
  },
  commands: {
    plumbline: {
      description: '让报告与政策口径一致：以词库核对Markdown报告的用词和事实，每处问题都注明依据。',
      appendix: {
        paragraphs: ['各命令的详细说明：plumbline <命令> --help'],
        examples: [
          ['plumbline check reports', '列出问题及其出处'],
          ['plumbline fix --dry-run', '以diff显示可安全修正之处'],
          ['plumbline explain may.md:12', '某行为何有问题，或为何没有'],
          ['plumbline explain term-deprecated', '某条规则查什么'],
          ['plumbline pack new packs/ours', '新建词库'],
        ],
      },
    },
    check: {
      description: '指出报告与词库不符之处。',
      arguments: { paths },
      appendix: {
        paragraphs: [
          '报告自身的文首元数据优先于--date、--region、--report和--language，这些选项优先于配置。文件夹和通配符不含node_modules、.git、git忽略的文件和配置的“exclude”；直接写出的文件总会检查。未读取之处随所查问题一并列出。',
        ],
        exitCodes: [
          [0, '没有达到--fail-on级别的问题'],
          [1, '有达到--fail-on级别的问题（默认为错误）'],
          [2, failedReading],
        ],
        examples: [
          ['plumbline check reports'],
          ['plumbline check "reports/**/*.md" --fail-on warning'],
          ['plumbline check --rule task-missing --report briefing may.md'],
          ['plumbline check --format json - < briefing.md'],
        ],
      },
    },
    fix: {
      description: '执行安全的修正。',
      arguments: { paths },
      options: { 'dry-run': '以diff显示改动，不写入' },
      appendix: {
        paragraphs: [
          '只作唯一正确且不改变意思的替换；数字、名称和引文从不自动改动。修正后的文本会重新检查，带来新问题的修正会撤回。用“-”时，修正后的文本写到标准输出。',
        ],
        exitCodes: [
          [0, '完成，无论有无改动'],
          [2, `${failedReading}，或文件无法写入、在此期间已被改动`],
        ],
        examples: [
          ['plumbline fix --dry-run reports'],
          ['plumbline fix reports/may.md'],
          ['plumbline fix --rule term-deprecated reports'],
        ],
      },
    },
    claims: {
      description: '列出报告对词库所载指标、目标、事件和人物的陈述：读作什么、是否与记录相符、依据哪条记录。',
      arguments: { paths },
      options: { all: '同时列出无所对应的数字及其原因' },
      appendix: {
        exitCodes: [
          [0, '已列出，无论是否相符'],
          [2, failedReading],
        ],
        examples: [
          ['plumbline claims reports/may.md', '一份报告的数值及其来源'],
          ['plumbline claims reports --format csv > claims.csv', '供电子表格使用'],
        ],
      },
    },
    explain: {
      description: '解释一条规则、一个词库、一个词条（写编号或词语均可），或某行有何问题及其原因。',
      arguments: {
        subject:
          '规则的id；词库的名称；词条，写作id、kind/id或pack/kind/id，或照报告、消息中的写法；或位置，写作“文件:行”或“文件:行:列”（只写文件：核对所依据的设置）',
      },
      appendix: {
        exitCodes: [
          [0, '已解释'],
          [2, `${failed}，或没有这条规则、这个词条、这一行`],
        ],
        examples: [
          ['plumbline explain task-missing', '规则查什么，附示例'],
          ['plumbline explain terms/weak-links', '词库所知，及其所在'],
          ['plumbline explain 码头电', '写法与此相同的词条'],
          ['plumbline explain reports/may.md:12', '第12行读到什么，结果如何'],
        ],
      },
    },
    list: {
      description: '列出规则，或现用词库的内容。',
      arguments: { what: '列出什么' },
      options: { kind: '只列这一类词条' },
      appendix: {
        paragraphs: ['配置取当前文件夹或上级文件夹中最近的plumbline.yaml；没有配置时用随附的一个词库。'],
        examples: [
          ['plumbline list rules'],
          ['plumbline list entries --kind terms'],
          ['plumbline list sources --pack packs/ours --format json'],
        ],
      },
    },
    new: {
      description: '新建报告：文首元数据、标题和各章节，以及报告类型要求的任务和数据。',
      arguments: {
        type: '报告类型，写id或名称（见“plumbline list reports”）',
        file: '要写入的文件，须不存在；不写则输出到标准输出',
      },
      options: {
        date: '报告的日期，数据取当日已公布的（默认：今天）',
        language: '报告所用的语言（默认：配置中的语言，其次为 --locale）',
      },
      appendix: {
        paragraphs: ['须由人填写之处在括号中，填写之前“plumbline check”会提示一次。'],
        exitCodes: [
          [0, '已写入'],
          [2, `${failed}，没有这种报告类型或语言，文件已存在，或无法写入`],
        ],
        examples: [['plumbline new briefing may.md'], ['plumbline new briefing --language zh --date 2024-05-20']],
      },
    },
    init: {
      description: '在当前文件夹写入带注释的plumbline.yaml。',
      options: { pack: '写入的词库，名称或路径，可重复' },
      appendix: {
        paragraphs: [
          '已有的plumbline.yaml不作改动。不写--pack时，在终端中会询问；否则写入本文件夹的词库，没有时写入随附的一个。',
        ],
        exitCodes: [
          [0, '已写入'],
          [2, '已有配置，或无法写入'],
        ],
        examples: [['plumbline init'], ['plumbline init --pack packs/ours']],
      },
    },
    pack: {
      description: '新建、检查和测试词库，取得他人的词库。',
      appendix: {
        paragraphs: ['各命令的详细说明：plumbline pack <命令> --help'],
        examples: [
          ['plumbline pack new packs/ours'],
          ['plumbline pack check packs/ours'],
          ['plumbline pack test packs/ours'],
          ['plumbline pack add @team/health', '添加他人的词库并锁定'],
          ['plumbline pack install', '按plumbline.lock安装'],
        ],
      },
    },
    'pack new': {
      description: '写一个可立即使用的词库，并以注释说明如何继续。',
      arguments: { folder: '词库的文件夹，须不存在或为空；其名即词库名' },
      appendix: {
        exitCodes: [
          [0, '已写入'],
          [2, '文件夹不为空，或无法写入'],
        ],
        examples: [['plumbline pack new packs/ours']],
      },
    },
    'pack check': {
      description: '指出词库的问题：文件本身的，以及与所依赖词库之间的。',
      arguments: { folders: '词库的文件夹' },
      options: {
        date: '以哪一天判断内容是否过时，如2023-10-10（默认：今天）',
        forms: '同时列出词条有哪些直接陈述读不到',
      },
      appendix: {
        paragraphs: ['词库中有记录的词条，都以各种语言最直接的句子陈述一遍再读。全都读不到的词条是错误，并说明原因。'],
        exitCodes: [
          [0, '没有达到--fail-on级别的问题'],
          [1, '有达到--fail-on级别的问题（默认为错误）'],
          [2, '用法有误，或文件夹中没有词库'],
        ],
        examples: [['plumbline pack check packs/ours'], ['plumbline pack check packs/* --fail-on warning']],
      },
    },
    'pack test': {
      description: '运行词库各词条的例句。',
      arguments: { folders: '词库的文件夹' },
      options: {
        date: '未注明日期的例句的日期，如2023-10-10（默认：今天）',
        alter: '同时在各词条的直接陈述中加入错误，并统计查出多少',
      },
      appendix: {
        paragraphs: [
          '词条可带例句“examples: {flag: […], allow: […]}”：flag的每一句须查出该词条的问题，allow的每一句不得查出。',
        ],
        exitCodes: [
          [0, '例句全部相符'],
          [1, '有例句不符'],
          [2, '用法有误，或文件夹中没有词库'],
        ],
        examples: [['plumbline pack test packs/ours']],
      },
    },
    'pack export': {
      description: '把词库的片段写成VS Code的格式，供其他工具使用，每种语言一个文件。',
      arguments: { folder: '词库的文件夹' },
      options: {
        'code-snippets': '写成<词库名>.<语言>.code-snippets',
        out: '写入的文件夹（默认：当前文件夹）',
        date: '词条以哪一天为准，如2023-10-10（默认：今天）',
      },
      appendix: {
        exitCodes: [
          [0, '已写入'],
          [2, '同名文件并非由本命令写成，或无法写入'],
        ],
        examples: [['plumbline pack export packs/ours --code-snippets --out .vscode']],
      },
    },
    'pack add': {
      description: '取得他人的词库，写入plumbline.yaml和plumbline.lock。',
      arguments: {
        address:
          'npm的包（@team/health、@team/health@^1.2）、git地址（https://host/health.git#v2.1、git@host:team/health.git）、压缩包（https://host/health.tgz或.zip），或文件夹',
      },
      options: { timeout: '全程所用的秒数上限（默认：60）' },
      appendix: {
        paragraphs: ['npm和git由各自的客户端取得，沿用您的源、代理和密码；包中的脚本不会运行。所依赖的词库一并取得。'],
        exitCodes: [
          [0, '已添加'],
          [2, '无法取得，或不是可用的词库；未作任何改动'],
        ],
        examples: [
          ['plumbline pack add @team/health'],
          ['plumbline pack add https://host/health.git#v2.1'],
          ['plumbline pack add "https://host/packs.git#v2&path:health"', '几个词库之一'],
          ['plumbline pack add ../shared/terms', '文件夹'],
        ],
      },
    },
    'pack install': {
      description: '按plumbline.lock取得plumbline.yaml所要的词库。',
      options: {
        frozen: '如plumbline.lock将有变化则失败，用于构建服务器',
        timeout: '全程所用的秒数上限（默认：60）',
      },
      appendix: {
        exitCodes: [
          [0, '均已齐备'],
          [2, '有词库无法取得、与锁文件不符，或（--frozen）尚未锁定；未作任何改动'],
        ],
        examples: [['plumbline pack install'], ['plumbline pack install --frozen']],
      },
    },
    'pack update': {
      description: '取得plumbline.yaml所要的最新词库，并重新锁定。',
      arguments: { names: '要更新的词库；不写则更新全部外来词库' },
      options: { timeout: '全程所用的秒数上限（默认：60）' },
      appendix: {
        paragraphs: ['要超出plumbline.yaml所写的范围，请重新添加：plumbline pack add @team/health@^2'],
        exitCodes: [
          [0, '已更新，或没有更新的版本'],
          [2, '有词库无法取得；未作任何改动'],
        ],
        examples: [['plumbline pack update'], ['plumbline pack update health']],
      },
    },
    'pack remove': {
      description: '将词库从plumbline.yaml和plumbline.lock移除。',
      arguments: { name: '词库的名称' },
      options: { timeout: '等待另一命令结束的秒数上限（默认：60）' },
      appendix: {
        exitCodes: [
          [0, '已移除'],
          [2, '没有此词库，或有其他词库依赖它'],
        ],
        examples: [['plumbline pack remove health']],
      },
    },
    'pack list': {
      description: '列出plumbline.yaml的词库：来自何处、依赖什么、有何问题。',
      appendix: { examples: [['plumbline pack list'], ['plumbline pack list --format json']] },
    },
    'pack diff': {
      description: '比较一个词库的两个版本，并指出报告中哪些问题新增、消失或改变。',
      arguments: {
        old: '文件夹，plumbline.yaml中词库的名称（health）及其版本或标签（health@1.0.0），或“plumbline pack add”所用的地址，如npm:@team/health@1.0.0',
        new: '同上',
        reports: '文件、文件夹和通配符；按两个版本分别核对，其余词库依其配置',
      },
      options: { timeout: '取得一个版本或读取一个文件所用的秒数上限（默认：60）' },
      appendix: {
        exitCodes: [
          [0, '已比较，无论有何不同'],
          [2, '有版本无法取得或使用，或有报告无法读取'],
        ],
        examples: [
          ['plumbline pack diff packs/ours ../main/packs/ours'],
          ['plumbline pack diff health health@2.0.0 reports', '更新之前'],
        ],
      },
    },
    'pack publish': {
      description: '指出npm将发布词库的哪些文件，以及有何不足。发布本身由npm完成。',
      arguments: { folder: '词库的文件夹' },
      options: {
        'dry-run': '不发布；不写此选项则拒绝',
        timeout: '等待npm的秒数上限（默认：60）',
      },
      appendix: {
        paragraphs: [
          '词库不得有错误，并须写明version、license和engine；package.json须有npm可用的name，version和license与词库相同。',
        ],
        exitCodes: [
          [0, '可以发布'],
          [1, '尚有不足'],
          [2, '用法错误，或文件夹中没有词库'],
        ],
        examples: [['plumbline pack publish --dry-run packs/ours']],
      },
    },
    lsp: {
      description: '启动语言服务器，供编辑器使用。',
      options: { stdio: '经标准输入和输出通信' },
      appendix: { examples: [['plumbline lsp --stdio']] },
    },
  },
};
