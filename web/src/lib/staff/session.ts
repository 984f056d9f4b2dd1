import { hear, type Outcome } from './client.ts';

const post = (path: string, body: object): Promise<Outcome<never>> =>
  hear(
    fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** Begins a session. Problems: `wrong_credentials`, `suspended`, `too_many_attempts`. */
export const signIn = (email: string, password: string) =>
  post('/sign-in/email', { email: email.trim().toLowerCase(), password });

/** Ends this session; whether that worked. */
export const signOut = async (): Promise<boolean> => (await post('/sign-out', {})).ok;

/** Ends all sessions of this person, this one included. */
export const signOutEverywhere = () => post('/revoke-sessions', {});

/** Sets a new password and ends the other sessions. Problem `wrong_password`: the current one is not right. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  post('/change-password', { currentPassword, newPassword });
