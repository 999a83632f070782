#pragma once

#include <QComboBox>

namespace Gatehouse {

class DomainChoice;

/// The toolbar's list of identity domains; the one that is shown is the one that the whole window is about.
class DomainSwitcher : public QComboBox
{
    Q_OBJECT

public:
    explicit DomainSwitcher(DomainChoice &choice, QWidget *parent = nullptr);

    void retranslate();

private:
    void showDomains();
    void showCurrent();

    DomainChoice &m_choice;
};

} // namespace Gatehouse
