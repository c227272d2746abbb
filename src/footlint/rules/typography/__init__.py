"""Rules on the setting of notes: dashes, quotation marks, spaces."""
