#pragma once

#include <Qt>

namespace Gatehouse {

/// What the rows of a lineage say beside their title.
enum LineageRole {
    LineageDetailRole = Qt::UserRole + 1, ///< QString: the second line
    LineageStateRole, ///< QString: a word at the far end
    LineageShapeRole, ///< int(StateMark::Shape)
    LineageToneRole, ///< int(Tone)
    LineageTokenRole, ///< Id of the pair; 0: it is none
    LineageEventRole, ///< Id of the audit event; 0: there is none
};

} // namespace Gatehouse
