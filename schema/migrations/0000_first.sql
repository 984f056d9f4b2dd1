CREATE TABLE `breakdown` (
	`id` text NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`names` text NOT NULL,
	PRIMARY KEY(`id`, `first_release`),
	FOREIGN KEY (`first_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `centre` (
	`id` text PRIMARY KEY NOT NULL,
	`names` text NOT NULL,
	`founded_year` integer NOT NULL,
	`time_zone` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `closed_year` (
	`year` integer NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	PRIMARY KEY(`year`, `first_release`),
	FOREIGN KEY (`first_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `figure` (
	`metric` text NOT NULL,
	`year` integer NOT NULL,
	`member` text NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`value` real,
	`qualifier` text NOT NULL,
	`status` text NOT NULL,
	`sample` integer NOT NULL,
	`source` text NOT NULL,
	`note` text,
	`reason` text NOT NULL,
	PRIMARY KEY(`metric`, `year`, `member`, `first_release`),
	FOREIGN KEY (`first_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "figure_missing" CHECK(("figure"."value" is null) = ("figure"."status" = 'O')),
	CONSTRAINT "figure_window" CHECK("figure"."last_release" is null or "figure"."last_release" >= "figure"."first_release")
);
--> statement-breakpoint
CREATE INDEX `figure_first_release` ON `figure` (`first_release`,`metric`,`year`,`member`);--> statement-breakpoint
CREATE INDEX `figure_last_release` ON `figure` (`last_release`,`metric`,`year`,`member`);--> statement-breakpoint
CREATE TABLE `member` (
	`breakdown` text NOT NULL,
	`id` text NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`position` integer NOT NULL,
	`colour` integer NOT NULL,
	`names` text NOT NULL,
	PRIMARY KEY(`breakdown`, `id`, `first_release`),
	FOREIGN KEY (`first_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "member_colour" CHECK("member"."colour" between 0 and 6)
);
--> statement-breakpoint
CREATE TABLE `metric` (
	`id` text NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`group_id` text NOT NULL,
	`position` integer NOT NULL,
	`breakdown` text,
	`additive` integer NOT NULL,
	`direction` text NOT NULL,
	`decimals` integer NOT NULL,
	`names` text NOT NULL,
	`definitions` text NOT NULL,
	`units` text NOT NULL,
	PRIMARY KEY(`id`, `first_release`),
	FOREIGN KEY (`first_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `metric_group` (
	`id` text NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`position` integer NOT NULL,
	`names` text NOT NULL,
	PRIMARY KEY(`id`, `first_release`),
	FOREIGN KEY (`first_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `release` (
	`n` integer PRIMARY KEY NOT NULL,
	`published_at` text NOT NULL,
	`reason` text NOT NULL,
	`notes` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `release_published_at` ON `release` (`published_at`);--> statement-breakpoint
CREATE TABLE `series_break` (
	`metric` text NOT NULL,
	`year` integer NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`reasons` text NOT NULL,
	PRIMARY KEY(`metric`, `year`, `first_release`),
	FOREIGN KEY (`first_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `source` (
	`id` text NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`kind` text NOT NULL,
	`titles` text NOT NULL,
	`publisher` text,
	`published_on` text,
	`url` text,
	PRIMARY KEY(`id`, `first_release`),
	FOREIGN KEY (`first_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `target` (
	`metric` text NOT NULL,
	`year` integer NOT NULL,
	`first_release` integer NOT NULL,
	`last_release` integer,
	`value` real NOT NULL,
	`sample` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`metric`, `year`, `first_release`),
	FOREIGN KEY (`first_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`last_release`) REFERENCES `release`(`n`) ON UPDATE no action ON DELETE no action
);
