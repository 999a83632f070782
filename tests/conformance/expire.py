#!/usr/bin/env python3
"""Moves a code or an access token past its end, as if it had been issued earlier: expire.py VALUE. It may be stored plain
or as a digest."""
import hashlib
import sqlite3
import sys

import world

SHIFT = """UPDATE {table} SET created_at = created_at - expires_in * 1000 - 60000,
                              expires_at = expires_at - expires_in * 1000 - 60000 WHERE token IN (?, ?)"""


def main():
    value = sys.argv[1]
    stored = (value, hashlib.sha256(value.encode()).hexdigest())
    database = sqlite3.connect(world.DATABASE, timeout=10)
    with database:
        moved = sum(database.execute(SHIFT.format(table=table), stored).rowcount
                    for table in ("oauth_access_tokens", "oauth_access_grants"))
    database.close()
    if moved != 1:
        sys.exit("there is no such code or token")


if __name__ == "__main__":
    main()
