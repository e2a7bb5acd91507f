"""`dwibahasa translate` over articles: plan the outputs, read, translate, write, sum up."""
