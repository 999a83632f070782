#pragma once

#include <QString>

namespace Gatehouse {

/// How connections are encrypted.
struct TlsSettings
{
    enum class Mode {
        Off, ///< plain HTTP
        Local, ///< a certificate for localhost from a local authority of our own, made when there is none
        Files, ///< the person's own certificate and key
    };

    Mode mode = Mode::Off;
    QString certificate; ///< Files: a PEM file, the server's certificate first, then those above it
    QString key; ///< Files: a PEM file without a passphrase

    bool isOn() const { return mode != Mode::Off; }
    bool operator==(const TlsSettings &other) const = default;
};

} // namespace Gatehouse
