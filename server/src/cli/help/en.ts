import type { HelpTexts } from './text-types.js';

const paths =
  'files, folders (their .md, .markdown, .qmd, .Rmd and .mdx files, and what the config’s files name there), globs in quotes, or - for standard input; without any, the config’s files, else the current folder';

const failed = 'wrong usage, an unreadable config, path or pack, a file named outright that could not be read';

const failedReading = `${failed}, a file that took longer than --timeout`;

export const english: HelpTexts = {
  titles: {},
  exitCodes: 'Exit codes:',
  examples: 'Examples:',
  choices: (values) => `one of ${values}`,
  byDefault: (value) => `default: ${value}`,
  inBrackets: (parts) => ` (${parts.join('; ')})`,
  options: {
    pack: 'a pack to check against, instead of those of the config; may be repeated',
    config: 'the config to use, instead of the nearest plumbline.yaml in or above the folder of each file',
    date: 'the date of the reports, such as 2023-10-10 (default: today)',
    region: 'the region that they are about, such as CN or CN-GD',
    report: 'the report type to check them against',
    language: 'the language that they are in, such as en or zh',
    'stdin-path': 'the path to take standard input for, when its config is looked for and in the output',
    timeout: 'how many seconds to spend on a file before it is left unread (default: 60)',
    rule: 'only this rule; may be repeated',
    locale: 'the language of messages and of this help, en or zh (default: by LC_ALL and LANG)',
    format: 'how to print',
    'fail-on': 'the lowest severity that makes the exit code 1',
    version: 'print the version',
    help: 'print this help',
  },
  commands: {
    plumbline: {
      description:
        'Keeps reports true to policy: holds Markdown to the vocabulary of packs and names the source of every finding.',
      appendix: {
        paragraphs: ['For more about a command, run plumbline <command> --help.'],
        examples: [
          ['plumbline check reports', 'findings, with their sources'],
          ['plumbline fix --dry-run', 'the safe fixes, as a diff'],
          ['plumbline explain may.md:12', 'why something was found on a line, or nothing'],
          ['plumbline explain term-deprecated', 'what a rule finds'],
          ['plumbline pack new packs/ours', 'a first pack'],
        ],
      },
    },
    check: {
      description: 'Say where reports depart from the vocabulary of their packs.',
      arguments: { paths },
      appendix: {
        paragraphs: [
          'The report’s own front matter goes before --date, --region, --report and --language, and these before the config. Folders and globs leave out node_modules, .git, what git ignores and the config’s exclude; a file named outright is always checked. What was not read is said in its place among the findings.',
        ],
        exitCodes: [
          [0, 'no finding at or above --fail-on'],
          [1, 'findings at or above --fail-on: errors, unless told otherwise'],
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
      description: 'Apply the safe fixes.',
      arguments: { paths },
      options: { 'dry-run': 'print the changes as a diff and write nothing' },
      appendix: {
        paragraphs: [
          'Only fixes that are the one right replacement and keep the meaning are applied; figures, names and quotations never change. The fixed text is read again: a fix that would bring a new finding is taken back. With -, the fixed text goes to standard output.',
        ],
        exitCodes: [
          [0, 'done, whether or not anything changed'],
          [2, `${failedReading}, a file that could not be written or was changed meanwhile`],
        ],
        examples: [
          ['plumbline fix --dry-run reports'],
          ['plumbline fix reports/may.md'],
          ['plumbline fix --rule term-deprecated reports'],
        ],
      },
    },
    claims: {
      description:
        'List what a report states of metrics, targets, events and people that the packs know: as read, whether it holds, and by which record.',
      arguments: { paths },
      options: { all: 'list the numbers that are stated of nothing too, with what takes each away' },
      appendix: {
        exitCodes: [
          [0, 'listed, whatever holds'],
          [2, failedReading],
        ],
        examples: [
          ['plumbline claims reports/may.md', 'the numbers of a report and where they come from'],
          ['plumbline claims reports --format csv > claims.csv', 'for a spreadsheet'],
        ],
      },
    },
    explain: {
      description: 'Explain a rule, a pack, an entry by its id or its words, or what was found on a line and why.',
      arguments: {
        subject:
          'the id of a rule; the name of a pack; an entry as id, kind/id or pack/kind/id, or as a report or a message writes it; or a place, FILE:LINE or FILE:LINE:COLUMN (FILE alone: what it is checked against)',
      },
      appendix: {
        exitCodes: [
          [0, 'explained'],
          [2, `${failed}, or no such rule, entry or line`],
        ],
        examples: [
          ['plumbline explain task-missing', 'what the rule finds, with examples'],
          ['plumbline explain terms/weak-links', 'what the vocabulary knows, and where it stands'],
          ['plumbline explain quay current', 'the entry that is written like this'],
          ['plumbline explain reports/may.md:12', 'what was read on line 12, and what came of it'],
        ],
      },
    },
    list: {
      description: 'List the rules, or what the packs in force hold.',
      arguments: { what: 'what to list' },
      options: { kind: 'only entries of this kind' },
      appendix: {
        paragraphs: [
          'The config is the nearest plumbline.yaml in the current folder or above it; without one, a pack that ships serves.',
        ],
        examples: [
          ['plumbline list rules'],
          ['plumbline list entries --kind terms'],
          ['plumbline list sources --pack packs/ours --format json'],
        ],
      },
    },
    new: {
      description:
        'Begin a report: its front matter, title and sections, with the tasks and figures that its type asks for.',
      arguments: {
        type: 'a report type, by its id or its name (“plumbline list reports”)',
        file: 'the file to write, which must not be there yet; without it, standard output',
      },
      options: {
        date: 'the day that the report is dated; figures are those that were public then (default: today)',
        language: 'the report’s language (default: that of the config, else of --locale)',
      },
      appendix: {
        paragraphs: [
          'What a person must write stands in brackets, and “plumbline check” says so once until it is written.',
        ],
        exitCodes: [
          [0, 'written'],
          [2, `${failed}, there is no such type or language, the file exists already, or it could not be written`],
        ],
        examples: [['plumbline new briefing may.md'], ['plumbline new briefing --language zh --date 2024-05-20']],
      },
    },
    init: {
      description: 'Write a plumbline.yaml with comments into the current folder.',
      options: { pack: 'a pack to name in it, by name or path; may be repeated' },
      appendix: {
        paragraphs: [
          'A plumbline.yaml that exists is left as it is. Without --pack it asks at a terminal; elsewhere it names the packs of the folder, or one that ships where there are none.',
        ],
        exitCodes: [
          [0, 'written'],
          [2, 'there is one already, or it could not be written'],
        ],
        examples: [['plumbline init'], ['plumbline init --pack packs/ours']],
      },
    },
    pack: {
      description: 'Begin, check and test packs; bring those of others here.',
      appendix: {
        paragraphs: ['For more about a command, run plumbline pack <command> --help.'],
        examples: [
          ['plumbline pack new packs/ours'],
          ['plumbline pack check packs/ours'],
          ['plumbline pack test packs/ours'],
          ['plumbline pack add @team/health', 'a pack of others, locked'],
          ['plumbline pack install', 'what plumbline.lock says'],
        ],
      },
    },
    'pack new': {
      description: 'Write a first pack, which works at once and says in comments how to go on.',
      arguments: { folder: 'the folder of the pack, new or empty; its name becomes the name of the pack' },
      appendix: {
        exitCodes: [
          [0, 'written'],
          [2, 'the folder holds something, or could not be written'],
        ],
        examples: [['plumbline pack new packs/ours']],
      },
    },
    'pack check': {
      description: 'Say what is wrong with packs: in their files, and beside the packs that they depend on.',
      arguments: { folders: 'folders of packs' },
      options: {
        date: 'the day on which the age of facts is judged, such as 2023-10-10 (default: today)',
        forms: 'say too which plain ways of stating an entry are not read',
      },
      appendix: {
        paragraphs: [
          'Whatever a pack has on record is stated as plainly as can be, in each language, and read. An entry of which nothing is read so is an error, with what stands in the way.',
        ],
        exitCodes: [
          [0, 'no problem at or above --fail-on'],
          [1, 'problems at or above --fail-on: errors, unless told otherwise'],
          [2, 'wrong usage, or a folder without a pack'],
        ],
        examples: [['plumbline pack check packs/ours'], ['plumbline pack check packs/* --fail-on warning']],
      },
    },
    'pack test': {
      description: 'Run the examples in packs.',
      arguments: { folders: 'folders of packs' },
      options: {
        date: 'the date of examples without one, such as 2023-10-10 (default: today)',
        alter: 'put mistakes into plain sentences of every entry too, and count those that are found',
      },
      appendix: {
        paragraphs: [
          'An entry may have examples: {flag: […], allow: […]}. In a line to flag, a rule must find something of the entry; in a line to allow, none may.',
        ],
        exitCodes: [
          [0, 'every example holds'],
          [1, 'one or more do not'],
          [2, 'wrong usage, or a folder without a pack'],
        ],
        examples: [['plumbline pack test packs/ours']],
      },
    },
    'pack export': {
      description: 'Write the snippets of a pack for other tools, as VS Code’s own: a file for each language.',
      arguments: { folder: 'the folder of the pack' },
      options: {
        'code-snippets': 'write <name>.<language>.code-snippets',
        out: 'the folder that they go into (default: this one)',
        date: 'the day as of which entries are put in words, such as 2023-10-10 (default: today)',
      },
      appendix: {
        exitCodes: [
          [0, 'written'],
          [2, 'a file there is not of this command, or could not be written'],
        ],
        examples: [['plumbline pack export packs/ours --code-snippets --out .vscode']],
      },
    },
    'pack add': {
      description: 'Bring a pack of others here, and write it into plumbline.yaml and plumbline.lock.',
      arguments: {
        address:
          'a package of npm (@team/health, @team/health@^1.2), a git address (https://host/health.git#v2.1, git@host:team/health.git), an archive (https://host/health.tgz or .zip), or a folder',
      },
      options: { timeout: 'how many seconds all of it may take (default: 60)' },
      appendix: {
        paragraphs: [
          'npm and git are fetched from by their own clients, with your registries, proxies and passwords. No script of a package runs. The packs that it depends on come with it.',
        ],
        exitCodes: [
          [0, 'added'],
          [2, 'it could not be had, or is no pack that can be used; nothing was changed'],
        ],
        examples: [
          ['plumbline pack add @team/health'],
          ['plumbline pack add https://host/health.git#v2.1'],
          ['plumbline pack add "https://host/packs.git#v2&path:health"', 'one of several'],
          ['plumbline pack add ../shared/terms', 'a folder'],
        ],
      },
    },
    'pack install': {
      description: 'Bring the packs that plumbline.yaml asks for, as plumbline.lock says.',
      options: {
        frozen: 'fail where plumbline.lock would change, as on a build server',
        timeout: 'how many seconds all of it may take (default: 60)',
      },
      appendix: {
        exitCodes: [
          [0, 'all are here'],
          [2, 'one could not be had, is not what the lock says, or (--frozen) is not locked; nothing was changed'],
        ],
        examples: [['plumbline pack install'], ['plumbline pack install --frozen']],
      },
    },
    'pack update': {
      description: 'Bring the newest of what plumbline.yaml asks for, and lock that.',
      arguments: { names: 'the packs to update; without any, all that come from elsewhere' },
      options: { timeout: 'how many seconds all of it may take (default: 60)' },
      appendix: {
        paragraphs: [
          'To go beyond what plumbline.yaml asks for, add the pack again: plumbline pack add @team/health@^2',
        ],
        exitCodes: [
          [0, 'updated, or nothing newer'],
          [2, 'one could not be had; nothing was changed'],
        ],
        examples: [['plumbline pack update'], ['plumbline pack update health']],
      },
    },
    'pack remove': {
      description: 'Take a pack out of plumbline.yaml and plumbline.lock.',
      arguments: { name: 'the name of the pack' },
      options: { timeout: 'how many seconds to wait for another command that is at work (default: 60)' },
      appendix: {
        exitCodes: [
          [0, 'removed'],
          [2, 'it is not there, or another pack depends on it'],
        ],
        examples: [['plumbline pack remove health']],
      },
    },
    'pack list': {
      description:
        'List the packs of plumbline.yaml: where each comes from, what it depends on, and what is wrong with that.',
      appendix: { examples: [['plumbline pack list'], ['plumbline pack list --format json']] },
    },
    'pack diff': {
      description:
        'Say what differs between two versions of a pack, and which findings appear, vanish or change in reports.',
      arguments: {
        old: 'a folder, a pack of plumbline.yaml by its name (health) or at a version or tag (health@1.0.0), or an address as in “plumbline pack add”, such as npm:@team/health@1.0.0',
        new: 'the same',
        reports: 'files, folders and globs, held to either version with the other packs of their config',
      },
      options: {
        timeout: 'how many seconds bringing a version, or reading a file, may take (default: 60)',
      },
      appendix: {
        exitCodes: [
          [0, 'compared, whatever differs'],
          [2, 'a version could not be had or used, or a report could not be read'],
        ],
        examples: [
          ['plumbline pack diff packs/ours ../main/packs/ours'],
          ['plumbline pack diff health health@2.0.0 reports', 'before an update'],
        ],
      },
    },
    'pack publish': {
      description: 'Say what npm would publish of a pack, and what stands against it. Publishing itself is npm’s.',
      arguments: { folder: 'the folder of the pack' },
      options: {
        'dry-run': 'publish nothing; without it this command refuses',
        timeout: 'how many seconds to wait for npm (default: 60)',
      },
      appendix: {
        paragraphs: [
          'The pack must have no errors, and its version, licence and engine must be told; package.json must have a name of npm and the same version and licence.',
        ],
        exitCodes: [
          [0, 'ready to be published'],
          [1, 'something stands against it'],
          [2, 'wrong usage, or a folder without a pack'],
        ],
        examples: [['plumbline pack publish --dry-run packs/ours']],
      },
    },
    lsp: {
      description: 'Start the language server, for editors.',
      options: { stdio: 'talk over standard input and output' },
      appendix: { examples: [['plumbline lsp --stdio']] },
    },
  },
};
