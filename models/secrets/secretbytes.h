#pragma once

#include <QByteArray>

namespace Gatehouse {

/// Bytes that nobody else is to see: in guarded memory that is not swapped out where the system allows it, and wiped when
/// they go. Moved, never copied by accident.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(qsizetype size); ///< zeros
    /// Takes the bytes over and wipes them where they were, if nobody shares them.
    static SecretBytes taking(QByteArray &bytes);
    static SecretBytes random(qsizetype size);
    ~SecretBytes();
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    Q_DISABLE_COPY(SecretBytes)

    SecretBytes copy() const;
    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    unsigned char *data() { return m_bytes; }
    const unsigned char *data() const { return m_bytes; }
    /// A view for functions of Qt, valid as long as this is.
    QByteArray view() const;

private:
    unsigned char *m_bytes = nullptr;
    qsizetype m_size = 0;
};

/// Overwrites what `bytes` holds, then empties it. What others share is not touched.
void wipe(QByteArray &bytes);

} // namespace Gatehouse
