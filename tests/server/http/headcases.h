#pragma once

#include <QByteArray>

/// Adds the columns "head" and "status" and a row for each way in which a head is refused: what plain QHttpServer 6.4
/// gets wrong, what smuggling needs, and what is too large. `head` is a whole head or as much of it as is needed.
void addRefusedHeads();

/// Adds the columns "head", "path" and "query" and a row for each form that has to be understood.
void addAcceptedHeads();
