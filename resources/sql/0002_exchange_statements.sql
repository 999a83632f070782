ALTER TABLE exchanges ADD COLUMN statements TEXT NOT NULL DEFAULT '[]';
ALTER TABLE exchanges ADD COLUMN redirect TEXT;
