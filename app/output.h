#pragma once

class QString;

namespace Gatehouse {

/// Writes a line to the standard output, at once.
void say(const QString &line);
/// Writes text to the standard error as it is.
void log(const QString &text);
/// Writes a sentence to the standard error, after the program's name.
void complain(const QString &sentence);

} // namespace Gatehouse
