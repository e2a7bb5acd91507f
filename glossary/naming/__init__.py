"""Names that stand in no list: recognised in an article, and gathered in a ledger."""
