#pragma once

#include <QString>

class QRandomGenerator;

/// Takes back what a killed program, run with the preloaded library lostwrites, had written to the database and its write-ahead
/// log but not synced: of the writes to each block of 4 KiB a random number of the last ones, as a disk loses them that was
/// free to choose their order. The index of the log goes too, for it lay in memory. Answers how many writes were lost.
int loseUnsyncedWrites(const QString &database, QRandomGenerator &random);
