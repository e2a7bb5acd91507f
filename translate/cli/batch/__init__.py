"""`dwibahasa translate` over folders: find the articles, leave what is up to date, go on."""
