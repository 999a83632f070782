#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Gatehouse {

/// The text, or nothing when the bytes are not UTF-8 (RFC 3629: no overlong forms, no surrogates).
std::optional<QString> decodedUtf8(QByteArrayView bytes);
/// application/x-www-form-urlencoded: plus is a blank, one percent-decoding, UTF-8. Nothing when any of it is broken.
std::optional<QString> decodedFormText(QByteArrayView bytes);

} // namespace Gatehouse
