declare module '*.db' {
  const content: string;
  export default content;
}
declare module '@modelterms/licenses-db/database' {
  const content: string;
  export default content;
}
