#include "tests/support/testheaders.h"
