import type { Locale } from '../core/index.js';

/** In Chinese, by the system's code, what a path or a disk is most often refused for. */
const chinese: ReadonlyMap<string | undefined, string> = new Map([
  ['EACCES', '没有权限'],
  ['EPERM', '不允许此操作'],
  ['EROFS', '文件系统只读'],
  ['ENOENT', '没有这个文件或文件夹'],
  ['ENOTDIR', '路径中有一段不是文件夹'],
  ['EISDIR', '这是文件夹'],
  ['EEXIST', '已经存在'],
  ['ENOTEMPTY', '文件夹不为空'],
  ['ELOOP', '链接层数过多'],
  ['ENAMETOOLONG', '名称过长'],
  ['EBUSY', '正被占用'],
  ['ETXTBSY', '正被占用'],
  ['EMFILE', '打开的文件过多'],
  ['ENFILE', '打开的文件过多'],
  ['ENOSPC', '磁盘空间不足'],
  ['EDQUOT', '超出磁盘配额'],
  ['EFBIG', '文件过大'],
  ['EIO', '读写出错'],
  ['ENXIO', '没有这个设备'],
  ['ENODEV', '没有这个设备'],
]);

/**
 * What the system said, without the code and the call that Node puts around it: `permission denied`. In Chinese what
 * has no words there is as the system says it.
 */
export function systemReason(error: unknown, locale: Locale): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, code, said = message] = /^([A-Z0-9_]+): (.*?)(?:, \w+(?: .*)?)?$/s.exec(message) ?? [];
  return (locale === 'zh' ? chinese.get(code) : undefined) ?? said;
}
