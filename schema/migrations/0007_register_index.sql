-- What is searched: words of a record, and facets such as its kind, year and countries. The rowid is its rank.
CREATE VIRTUAL TABLE `record_index` USING fts5(`words`, `facets`, tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
-- Organisations by name, for who enters records and for who searches. The rowid is its rank.
CREATE VIRTUAL TABLE `organisation_index` USING fts5(`words`, `facets`, tokenize = 'unicode61 remove_diacritics 2');
