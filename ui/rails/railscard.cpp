#include "ui/rails/railscard.h"

#include "models/doorkeeper/railsschema.h"
#include "ui/widgets/urlfield.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Gatehouse {

RailsCard::RailsCard(const QString &path, const RailsSchema &schema, QWidget *parent)
    : Card(parent)
    , m_hasUsers(schema.users().has_value())
    , m_word(new QLabel(this))
    , m_text(new QLabel(this))
    , m_fileLabel(new QLabel(this))
    , m_file(new UrlField(this))
{
    setObjectName(QStringLiteral("railsCard"));
    m_word->setObjectName(QStringLiteral("modeWord"));
    m_text->setObjectName(QStringLiteral("modeText"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_word->setFont(large);
    m_text->setWordWrap(true);
    m_file->setUrl(path);
    auto *place = new QHBoxLayout;
    place->addWidget(m_fileLabel);
    place->addWidget(m_file, 1);
    content().addWidget(m_word);
    content().addLayout(place);
    content().addWidget(m_text);
    retranslate();
}

void RailsCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void RailsCard::retranslate()
{
    m_word->setText(tr("Doorkeeper database of a Rails application"));
    m_fileLabel->setText(tr("File:"));
    m_file->setName(tr("Database file"));
    QStringList paragraphs {
        tr("You can look at what the application stores, filter and copy it, and revoke tokens and grants. What the "
           "application changes shows here within a second."),
        tr("A revocation sets the time of the revocation in the rows you choose. Nothing else in the file is changed; "
           "registering, editing and deleting stay with the Rails application, and no server runs here.")};
    if (!m_hasUsers)
        paragraphs.append(tr("No table of users is understood: owners of tokens are shown by their number."));
    m_text->setText(paragraphs.join(QStringLiteral("\n\n")));
}

} // namespace Gatehouse
