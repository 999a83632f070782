#pragma once

#include <QByteArray>
#include <QString>

namespace Gatehouse {

/// SHA-256 as 64 lower-case hex digits: how values of 256 random bits are stored.
QString sha256Hex(const QString &value);
/// Compares in a time that does not depend on where the values differ.
bool equalInConstantTime(const QByteArray &left, const QByteArray &right);

} // namespace Gatehouse
