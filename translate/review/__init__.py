"""What a reviewer did, sentence by sentence, and what becomes of it."""
