declare module '*.db' {
  const content: string;
  export default content;
}
declare module '@modelterms/licenses-db/database' {
  /** The compiled text, from the file beside the bundle. */
  export function readDatabase(): string;
}
