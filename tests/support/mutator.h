#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <random>

namespace Gatehouse {

/// Changes bytes at random, the same way each time it starts from the same seed. For one thread.
class Mutator
{
public:
    explicit Mutator(quint32 seed)
        : m_engine(seed)
    { }

    /// A number from 0 up to, not including, `limit`.
    qsizetype below(qsizetype limit) { return limit > 0 ? qsizetype(m_engine() % quint64(limit)) : 0; }
    template<class List> decltype(auto) oneOf(const List &list) { return list[below(qsizetype(std::size(list)))]; }

    /// The bytes with one to four changes: some turned, taken out, doubled, cut off, or a piece of `words` put in.
    QByteArray mutated(QByteArray bytes, const QByteArrayList &words = {});

private:
    void change(QByteArray &bytes, const QByteArrayList &words);

    std::mt19937 m_engine;
};

} // namespace Gatehouse
