"""Names: annotated articles, how many are recognised, how many stand right in English."""
