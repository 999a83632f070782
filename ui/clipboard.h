#pragma once

#include <QString>

namespace Gatehouse {

/// Puts `text` on the clipboard.
void copyText(const QString &text);
/// Puts a secret on the clipboard and takes it away after `milliseconds`, unless something else is there by then.
void copySecret(const QString &secret, int milliseconds = 30'000);

} // namespace Gatehouse
