#pragma once

#include <QList>
#include <QString>

namespace Gatehouse {

/// One of the fixed answers of a Choice field: `is:expired`.
struct FilterChoice
{
    QString name;
    QString condition; ///< SQL
    int times = 0; ///< how many question marks the condition has; the current time is bound to each
};

/// A name that the filter language knows for one table. Data, so that parser, SQL and help all read the same list.
struct FilterField
{
    enum class Kind {
        Text, ///< compared caselessly, contains
        Number,
        Past, ///< a time that has been: a length of time means its age
        Deadline, ///< a time to come: a length of time means what remains
        Choice,
    };

    QString name;
    Kind kind = Kind::Text;
    QString expression; ///< SQL over the tables that the filtered SELECT names; unused for Choice
    bool inWords = false; ///< plain words look here too; for a Choice: the word that is its whole name
    QList<FilterChoice> choices;
};

using FilterFields = QList<FilterField>;

} // namespace Gatehouse
