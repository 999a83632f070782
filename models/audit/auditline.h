#pragma once

#include "models/records/auditevent.h"

#include <QByteArray>

namespace Gatehouse {

/// One audit event as a line of a file. Times are ISO 8601 in UTC, names are those of the columns: files are for programs.
class AuditLine
{
public:
    enum class Format { Csv, JsonLines };

    /// The first line of a file, with its end; empty: there is none.
    static QByteArray header(Format format);
    /// With its end.
    static QByteArray of(const AuditEvent &event, Format format);
    /// A cell of CSV (RFC 4180). A spreadsheet would run what starts with =, +, - or @ as a formula: an apostrophe before it keeps
    /// it a text.
    static QString cell(QString value);
};

} // namespace Gatehouse
