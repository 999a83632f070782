#include "app/terminalpassphrase.h"

#include "models/secrets/digest.h"
#include "models/secrets/vaultopener.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <utility>

namespace Gatehouse {

namespace {

constexpr int MostTries = 3;
constexpr qsizetype MostBytes = 4096; // of a line, as the terminal has it

} // namespace

/// The terminal that the program belongs to, with the echo off.
class TerminalPassphrase::Terminal
{
public:
    Terminal()
        : m_number(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (m_number < 0 || ::tcgetattr(m_number, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        silent.c_lflag |= tcflag_t(ICANON | ECHONL);
        m_isSilent = ::tcsetattr(m_number, TCSAFLUSH, &silent) == 0;
    }
    ~Terminal()
    {
        if (m_isSilent)
            ::tcsetattr(m_number, TCSAFLUSH, &m_before);
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    bool isSilent() const { return m_isSilent; }
    int number() const { return m_number; }
    void write(const QString &text) const
    {
        const QByteArray bytes = text.toLocal8Bit();
        [[maybe_unused]] const ssize_t count = ::write(m_number, bytes.constData(), std::size_t(bytes.size()));
    }
    /// A line without its end; empty when there is none.
    SecretBytes line() const
    {
        SecretBytes buffer(MostBytes);
        const ssize_t count = ::read(m_number, buffer.data(), MostBytes);
        if (count <= 1)
            return {};
        QByteArray line(buffer.view().constData(), count - (buffer.data()[count - 1] == '\n'));
        return SecretBytes::taking(line);
    }

private:
    int m_number;
    termios m_before = {};
    bool m_isSilent = false;
};

TerminalPassphrase::TerminalPassphrase(VaultOpener &vault, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
{
    connect(&m_vault, &VaultOpener::passphraseWanted, this, &TerminalPassphrase::ask);
    connect(&m_vault, &VaultOpener::passphraseSettled, this, &TerminalPassphrase::end);
}

TerminalPassphrase::~TerminalPassphrase() = default;

void TerminalPassphrase::ask(bool isNew, const QString &problem)
{
    m_isNew = isNew;
    if (!m_terminal)
        m_terminal = std::make_unique<Terminal>();
    if (!m_terminal->isSilent()) {
        end();
        return m_vault.givePassphrase(Error {Error::Kind::Unavailable,
                                             tr("The keys are guarded by a passphrase, and there is no terminal to ask "
                                                "for it: name a file that holds it "
                                                "with --passphrase-file.")});
    }
    if (!problem.isEmpty())
        m_terminal->write(problem + u'\n');
    if (++m_asked > MostTries) {
        end();
        return m_vault.givePassphrase(
            Error {Error::Kind::Invalid, tr("The keys stay closed: no passphrase was the right one.")});
    }
    if (!m_notifier) {
        m_notifier = std::make_unique<QSocketNotifier>(m_terminal->number(), QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &TerminalPassphrase::read);
    }
    m_notifier->setEnabled(true);
    prompt();
}

void TerminalPassphrase::prompt()
{
    const QString question
        = m_isNew ? tr("New passphrase for Gatehouse's keys:") : tr("Passphrase of Gatehouse's keys:");
    m_terminal->write((m_first.isEmpty() ? question : tr("The same again:")) + u' ');
}

void TerminalPassphrase::read()
{
    SecretBytes line = m_terminal->line();
    if (m_isNew && m_first.isEmpty() && !line.isEmpty()) {
        m_first = std::move(line);
        return prompt();
    }
    m_notifier->setEnabled(false);
    take(std::move(line));
}

void TerminalPassphrase::take(SecretBytes line)
{
    const SecretBytes first = std::exchange(m_first, {});
    if (m_isNew && !equalInConstantTime(first.view(), line.view()))
        return ask(true, tr("The two passphrases differ."));
    m_vault.givePassphrase(std::move(line));
}

void TerminalPassphrase::end()
{
    if (m_notifier) { // it may be what calls
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();
    }
    m_terminal.reset();
    m_asked = 0;
}

} // namespace Gatehouse
