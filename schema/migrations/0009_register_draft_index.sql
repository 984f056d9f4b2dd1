-- Drafts of the register as staff search them, apart from what is public. The rowid is the rank of the draft.
CREATE VIRTUAL TABLE `register_draft_index` USING fts5(`words`, `facets`, tokenize = 'unicode61 remove_diacritics 2');
