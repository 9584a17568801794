-- What the user decided after a preview, so that an import that is resumed follows it too.

ALTER TABLE import_batch ADD COLUMN plan TEXT;
