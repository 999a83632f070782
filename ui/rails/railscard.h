#pragma once

#include "ui/widgets/card.h"

class QLabel;

namespace Gatehouse {

class RailsSchema;
class UrlField;

/// Whose database is open, what can be done with it here and what cannot.
class RailsCard : public Card
{
    Q_OBJECT

public:
    RailsCard(const QString &path, const RailsSchema &schema, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_hasUsers;
    QLabel *m_word;
    QLabel *m_text;
    QLabel *m_fileLabel;
    UrlField *m_file;
};

} // namespace Gatehouse
