#include "models/secrets/sodium.h"

#include <QtGlobal>

#include <sodium.h>

namespace Gatehouse {

void ensureSodium()
{
    static const int ready = sodium_init();
    if (ready < 0)
        qFatal("The system gives no random numbers; nothing secret can be made.");
}

} // namespace Gatehouse
