#pragma once

#include "models/records/policy.h"

#include <QString>

namespace Gatehouse {

/// 256 random bits from the system in the alphabet asked for: tokens, codes, generated client ids and secrets, cookies.
QString randomToken(Policy::TokenAlphabet alphabet = Policy::TokenAlphabet::Base64Url);

} // namespace Gatehouse
