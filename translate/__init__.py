"""Documents: reading, segmenting, translating, pinning and checking. May import `glossary`."""
