CREATE TABLE `register_draft` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`rank` integer NOT NULL,
	`content` text,
	`release` integer,
	`edited_by` text NOT NULL,
	`edited_at` text NOT NULL,
	PRIMARY KEY(`kind`, `key`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `register_draft_rank_unique` ON `register_draft` (`rank`);--> statement-breakpoint
CREATE INDEX `register_draft_release` ON `register_draft` (`release`,`kind`,`rank`);