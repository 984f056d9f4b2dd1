import { database } from './record.ts';

/** Publishes another number of participants in 2024, as release `n`. */
export const publishParticipants = (n: number, at: Date, value = 96) =>
  database.batch([
    database
      .prepare(
        `insert into release (n, published_at, reason, notes) values (?1, ?2, 'correction', '{"en":"Corrected","zh":"更正"}')`,
      )
      .bind(n, at.toISOString()),
    database
      .prepare(
        `insert into figure
         select metric, year, member, ?1, null, ?2, qualifier, status, sample, source, note, 'correction'
         from figure where metric = 'meeting-participants' and year = 2024 and last_release is null`,
      )
      .bind(n, value),
    database
      .prepare(
        `update figure set last_release = ?1 - 1
         where metric = 'meeting-participants' and year = 2024 and last_release is null and first_release < ?1`,
      )
      .bind(n),
  ]);
