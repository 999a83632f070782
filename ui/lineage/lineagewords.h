#pragma once

#include "models/lineage/lineage.h"
#include "ui/theme.h"
#include "ui/widgets/statemark.h"

#include <QCoreApplication>

namespace Gatehouse {

/// The rows of a lineage in words.
class LineageWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::LineageWords)

public:
    static QString title(const LineageStep &step);
    /// When, and by which request. The day is told where it is not that of `before`.
    static QString detail(const LineageStep &step, Timestamp before);
    static QString state(const LineageStep &step);
    static StateMark::Shape shape(const LineageStep &step);
    static Tone tone(const LineageStep &step);

    /// How a step ended.
    static QString end(const LineageStep &step);
    static QString familyEnd(const Lineage &lineage);
    static QString misuse(const QString &action);
    /// When, and what the audit trail says.
    static QString eventDetail(Timestamp at, const std::optional<LineageEvent> &event, Timestamp before);
    static QString omitted(qint64 pairs);
};

} // namespace Gatehouse
