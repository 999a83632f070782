#pragma once

#include <QByteArrayView>

#include <array>

namespace Gatehouse {

using CharacterSet = std::array<bool, 256>;

/// Letters, digits and `others`.
constexpr CharacterSet lettersDigitsAnd(const char *others)
{
    CharacterSet set {};
    for (unsigned char c = '0'; c <= '9'; ++c)
        set[c] = true;
    for (unsigned char c = 'a'; c <= 'z'; ++c)
        set[c] = set[c - 'a' + 'A'] = true;
    for (; *others; ++others)
        set[static_cast<unsigned char>(*others)] = true;
    return set;
}

inline constexpr CharacterSet TokenCharacters = lettersDigitsAnd("!#$%&'*+-.^_`|~"); ///< RFC 9110 section 5.6.2
/// RFC 3986 section 3.2, without user information.
inline constexpr CharacterSet HostCharacters = lettersDigitsAnd("-._~!$&'()*+,;=:[]%");

/// Whether there is text, of these characters alone.
inline bool consistsOf(QByteArrayView text, const CharacterSet &set)
{
    for (char c : text) {
        if (!set[static_cast<unsigned char>(c)])
            return false;
    }
    return !text.isEmpty();
}

} // namespace Gatehouse
