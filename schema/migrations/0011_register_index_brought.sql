-- What each version is in its release, and the release that withdrew it, as a publication writes them: of what was
-- published before they were written. A record that says what it said before was opened for the names of its parties.
UPDATE `record_index` SET `facets` = (
  SELECT CASE
      WHEN old.`id` IS NULL THEN 'qnew '
      WHEN (old.`kind`, old.`year`, old.`date`, old.`titles`, old.`places`, old.`breakdown`, old.`member`, old.`part_of`)
        IS (new.`kind`, new.`year`, new.`date`, new.`titles`, new.`places`, new.`breakdown`, new.`member`, new.`part_of`)
        AND (old.`counted`, old.`stage`, old.`landed_year`, old.`value`, old.`currency`, old.`open_ended`, old.`note`, old.`source`)
        IS (new.`counted`, new.`stage`, new.`landed_year`, new.`value`, new.`currency`, new.`open_ended`, new.`note`, new.`source`)
        AND (SELECT json_group_array(json_array(`n`, `role`, `organisation`, `person`, `position`) ORDER BY `n`)
          FROM `party` WHERE `record` = old.`id` AND `first_release` = old.`first_release`)
        = (SELECT json_group_array(json_array(`n`, `role`, `organisation`, `person`, `position`) ORDER BY `n`)
          FROM `party` WHERE `record` = new.`id` AND `first_release` = new.`first_release`)
      THEN 'qnamed '
      ELSE 'qchanged ' END
    || `record_index`.`facets`
    || CASE WHEN new.`last_release` IS NULL OR EXISTS (
        SELECT 1 FROM `record` WHERE `id` = new.`id` AND `first_release` = new.`last_release` + 1)
      THEN '' ELSE ' g' || (new.`last_release` + 1) END
  FROM `record` new LEFT JOIN `record` old ON old.`id` = new.`id` AND old.`last_release` = new.`first_release` - 1
  WHERE new.`rank` = `record_index`.rowid)
WHERE rowid IN (SELECT `rank` FROM `record`)
  AND rowid NOT IN (SELECT rowid FROM `record_index` WHERE `record_index` MATCH 'facets : (qnew OR qchanged OR qnamed)');
--> statement-breakpoint
UPDATE `organisation_index` SET `facets` = (
  SELECT iif(EXISTS (
      SELECT 1 FROM `organisation` WHERE `id` = new.`id` AND `last_release` = new.`first_release` - 1), 'qchanged ', 'qnew ')
    || `organisation_index`.`facets`
    || CASE WHEN new.`last_release` IS NULL OR EXISTS (
        SELECT 1 FROM `organisation` WHERE `id` = new.`id` AND `first_release` = new.`last_release` + 1)
      THEN '' ELSE ' g' || (new.`last_release` + 1) END
  FROM `organisation` new WHERE new.`rank` = `organisation_index`.rowid)
WHERE rowid IN (SELECT `rank` FROM `organisation`)
  AND rowid NOT IN (SELECT rowid FROM `organisation_index` WHERE `organisation_index` MATCH 'facets : (qnew OR qchanged)');
