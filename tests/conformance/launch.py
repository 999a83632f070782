#!/usr/bin/env python3
"""Becomes a server with a fresh sample world: launch.py PROFILE PORT. PROFILE is one of the recordings' profiles."""
import glob
import os
import sys

import world


def main():
    profile, port = sys.argv[1:]
    os.makedirs(os.path.dirname(world.DATABASE), exist_ok=True)
    for path in glob.glob(world.DATABASE + "*"):
        os.remove(path)
    config = os.path.join(world.PROFILES, profile + ".json")
    os.execv(world.PROGRAM, [world.PROGRAM, "serve", "--config", config, "--port", port, "--database", world.DATABASE])


if __name__ == "__main__":
    main()
