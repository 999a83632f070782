#pragma once

#include <QString>

#include <optional>

namespace Gatehouse {

/// A URI taken apart by the letter of RFC 3986, without decoding or repairing anything: QUrl forgives too much for an
/// address that codes and tokens are sent to.
struct UriParts
{
    QString scheme; ///< in lower case; empty: a relative reference
    QString host; ///< with the brackets of an IPv6 address; empty: none
    QString opaque; ///< what stands behind "mailto:", where no slash follows the scheme
    bool hasFragment = false;

    /// Nothing when it is no URI reference.
    static std::optional<UriParts> of(const QString &text);
};

} // namespace Gatehouse
