/** What a change of the register is checked by: the pages run it before they send, the server before it writes. */
export * from './register-checks/refusals.ts';
export * from './register-checks/keys.ts';
export * from './register-checks/records.ts';
export * from './register-checks/organisations.ts';
