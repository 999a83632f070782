"""Where the program under test, its configurations and its database are."""
import os

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, "..", "..", os.environ.get("GATEHOUSE_BUILD", "build"))
PROGRAM = os.path.join(BUILD, "gatehouse")
PROFILES = os.path.join(HERE, "profiles")
DATABASE = os.path.join(BUILD, "conformance", "gatehouse.db")
