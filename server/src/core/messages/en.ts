/**
 * The words of every message in English. `{name}` is a value; a list is joined with commas and "and".
 * A finding says what was found and what was expected; on what basis is added by `findingMessage`.
 */
export const en = {
  // Findings
  'term-deprecated.replace': '“{found}” is a deprecated form; write “{expected}”.',
  'term-deprecated.unwanted': '“{found}” is a deprecated form; write it another way.',
  'organization-name.replace': '“{found}” is not the name of this body; write “{expected}”.',
  'organization-name.unwanted': '“{found}” is not the name of this body; write another.',
  'task-missing': 'The key task “{task}” of “{list}” is missing, and so is a section for the key tasks.',
  'task-missing.in-section': 'The key task “{task}” of “{list}” is missing; add it to “{section}”.',
  'formulation-incomplete': '“{name}” lists {listed} of {total} members and leaves out {missing}. In full: {members}.',
  'section-missing': 'The section “{section}” is missing; the report type “{type}” requires it.',
  'suppression-unused': 'This comment hides no finding; remove it.',
  'suppression-unused.rule': 'No finding of {rule} is hidden here; remove it from the comment.',

  // What is added to a finding
  reason: 'Reason: {reason}.',
  basis: 'Basis: {basis}.',
  'basis.pack': 'the pack {pack}',

  // Fixes
  'fix.replace': 'Replace with “{expected}”',
  'fix.add-task': 'Add “{task}” to the tasks',
  'fix.add-members': 'Add {members}',
  'fix.add-section': 'Add the section “{section}”',
  'fix.remove-suppression': 'Remove the comment',

  // Text that a fix puts into an English report
  'stub.task': '{task}: [measures, bodies, dates]',
  'stub.section': '[to be written]',

  // Parts left unread
  'unread.too-long': 'Not checked: the file is longer than {maxLength} characters.',
  'unread.too-dense': 'Not checked: this paragraph has too much markup in it to be read in good time.',
  'unread.too-deep': 'Not checked: quotes or lists are nested too deep here.',

  // Problems of packs and of plumbline.yaml
  'pack.no-manifest': 'No pack.yaml in this folder: a pack needs one.',
  'pack.not-found': 'No pack “{pack}”: expected the name of a shipped pack, or a path to a folder with pack.yaml.',
  'pack.yaml-invalid': 'Not valid YAML: {detail}',
  'pack.file-too-long': 'Too long to be read: {length} characters.',
  'pack.alias-abuse': 'Too many aliases: the value grows beyond bounds and was left out.',
  'pack.wrong-type': '“{field}” is not what is expected here: {expected}.',
  'pack.missing-field': '“{field}” is missing.',
  'pack.unknown-field': 'Unknown field “{field}”; it was passed over.',
  'pack.unknown-kind': 'Unknown kind of entry “{kind}”; it was passed over.',
  'pack.duplicate-id': 'The id “{id}” is used twice under {kind}; the first one holds.',
  'pack.duplicate-form': 'The form “{form}” belongs to {entry} already, which keeps it.',
  'pack.dangling': 'Nothing has the id “{reference}”.',
  'pack.file-outside': '“{file}” is outside the pack’s folder; it was not read.',
  'pack.file-missing': 'No file “{file}” in the pack’s folder.',

  // What a schema expects
  'expected.string': 'text',
  'expected.number': 'a number',
  'expected.integer': 'a whole number',
  'expected.boolean': 'true or false',
  'expected.array': 'a list',
  'expected.object': 'a map',
  'expected.language': 'a language tag such as en or zh',
  'expected.date': 'a date such as 2023-09-27, 2023-09 or 2023',
  'expected.one-of': 'one of {values}',

  // Hover and completion
  'kind.sources': 'source',
  'kind.terms': 'term',
  'kind.tasks': 'key task',
  'kind.taskLists': 'task list',
  'kind.metrics': 'metric',
  'kind.statements': 'statement',
  'kind.targets': 'target',
  'kind.people': 'person',
  'kind.organizations': 'organization',
  'kind.events': 'event',
  'kind.programmes': 'programme',
  'kind.documents': 'document',
  'kind.formulations': 'formulation',
  'kind.reports': 'report type',
  'hover.deprecated': 'Deprecated; write **{expected}**.',
  'hover.preferred': 'Preferred form.',
  'hover.admitted': 'Admitted; preferred: **{expected}**.',
  'hover.also': 'Also: {forms}',
  'hover.not': 'Not: {forms}',
  'hover.members': 'Members: {members}',
  'hover.tasks': 'Tasks: {tasks}',
  'hover.records': 'Records',
  'hover.period': 'Period',
  'hover.value': 'Value',
  'hover.source': 'Source',
  'hover.status.provisional': 'Provisional: the publisher’s own word.',
  'hover.status.unverified': 'Unverified.',
  'comparator.above': 'more than {value}',
  'comparator.at-least': 'at least {value}',
  'comparator.about': 'about {value}',
  'comparator.exactly': 'exactly {value}',
  'comparator.at-most': 'at most {value}',
  'comparator.below': 'less than {value}',
} as const;

export type MessageId = keyof typeof en;
