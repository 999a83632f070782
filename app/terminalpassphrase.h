#pragma once

#include "models/secrets/secretbytes.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Gatehouse {

class VaultOpener;

/// Asks for the passphrase of the keys on the terminal, without showing what is typed. Nothing waits: signals still end the
/// program, and the terminal is given back as it was.
class TerminalPassphrase : public QObject
{
    Q_OBJECT

public:
    explicit TerminalPassphrase(VaultOpener &vault, QObject *parent = nullptr);
    ~TerminalPassphrase() override;

private:
    class Terminal;

    void ask(bool isNew, const QString &problem);
    void prompt();
    void read();
    void take(SecretBytes line);
    void end();

    VaultOpener &m_vault;
    std::unique_ptr<Terminal> m_terminal; ///< while a passphrase is wanted
    std::unique_ptr<QSocketNotifier> m_notifier;
    SecretBytes m_first; ///< of a new passphrase, until it is typed again
    bool m_isNew = false;
    int m_asked = 0;
};

} // namespace Gatehouse
