CREATE TABLE `embed_use` (
	`day` text NOT NULL,
	`host` text NOT NULL,
	`chart` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `host`, `chart`)
);
--> statement-breakpoint
CREATE INDEX `embed_use_chart` ON `embed_use` (`chart`,`day`);--> statement-breakpoint
CREATE TABLE `saved_chart` (
	`name` text PRIMARY KEY NOT NULL,
	`metric` text NOT NULL,
	`query` text NOT NULL,
	`titles` text NOT NULL,
	`notes` text NOT NULL,
	`version` integer NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `setting` ADD `count_embeds` integer DEFAULT true NOT NULL;