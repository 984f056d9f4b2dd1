CREATE TABLE `metric_count` (
	`metric` text NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`kind` text NOT NULL,
	`role` text,
	`landed` integer NOT NULL,
	PRIMARY KEY(`metric`, `first_release`)
);
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`rank` integer NOT NULL,
	`kind` text NOT NULL,
	`names` text NOT NULL,
	`country` text,
	`website` text,
	`inferred` text NOT NULL,
	`sample` integer NOT NULL,
	PRIMARY KEY(`id`, `first_release`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_rank_unique` ON `organisation` (`rank`);--> statement-breakpoint
CREATE INDEX `organisation_country` ON `organisation` (`country`,`id`);--> statement-breakpoint
CREATE TABLE `party` (
	`record` text NOT NULL,
	`first_release` integer NOT NULL,
	`n` integer NOT NULL,
	`role` text NOT NULL,
	`organisation` text,
	`person` text,
	`position` text,
	PRIMARY KEY(`record`, `first_release`, `n`),
	CONSTRAINT "party_someone" CHECK("party"."organisation" is not null or "party"."person" is not null)
);
--> statement-breakpoint
CREATE INDEX `party_organisation` ON `party` (`organisation`);--> statement-breakpoint
CREATE TABLE `record` (
	`id` text NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`rank` integer NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`date` text,
	`titles` text NOT NULL,
	`places` text,
	`breakdown` text,
	`member` text,
	`part_of` text,
	`counted` integer NOT NULL,
	`stage` text,
	`landed_year` integer,
	`value` real,
	`currency` text,
	`open_ended` integer NOT NULL,
	`note` text,
	`source` text NOT NULL,
	`sample` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`id`, `first_release`),
	CONSTRAINT "record_value" CHECK(("record"."value" is null) = ("record"."currency" is null)),
	CONSTRAINT "record_member" CHECK(("record"."breakdown" is null) = ("record"."member" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_rank_unique` ON `record` (`rank`);--> statement-breakpoint
CREATE INDEX `record_count` ON `record` (`kind`,`year`,`member`);--> statement-breakpoint
CREATE INDEX `record_landed` ON `record` (`landed_year`,`member`);--> statement-breakpoint
CREATE INDEX `record_part_of` ON `record` (`part_of`);