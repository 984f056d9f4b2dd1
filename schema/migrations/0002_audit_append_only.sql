-- The trail takes new entries at its end and nothing else. Each trigger stands on one line: the remote D1 of Cloudflare
-- cuts longer ones apart at their semicolons (workers-sdk#4998).
CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without the trigger above. Refused in the words of the key itself, which a writer who was
-- overtaken waits for.
CREATE TRIGGER `audit_no_replace` BEFORE INSERT ON `audit` WHEN EXISTS (SELECT 1 FROM `audit` WHERE `n` = NEW.`n`) BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: audit.n'); END;
