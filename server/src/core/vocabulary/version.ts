/** The version of Plumbline, which is that of its package; core reads no file. */
export const version = '0.1.0';
