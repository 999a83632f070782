"""Where the program under test and its database are."""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, os.environ.get("GATEHOUSE_BUILD", "build"))
PROGRAM = os.path.join(BUILD, "gatehouse")
DATABASE = os.path.join(BUILD, "conformance", "gatehouse.db")
