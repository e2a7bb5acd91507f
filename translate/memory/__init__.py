"""The translation memory: approved sentences and drafts in one SQLite file."""
