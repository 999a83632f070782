#pragma once

#include "models/records/application.h"
#include "ui/dialogs/formdialog.h"

#include <QMap>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace Gatehouse {

/// Registers an application, or changes one.
class ApplicationDialog : public FormDialog
{
    Q_OBJECT

public:
    /// An application without an id is a new one.
    ApplicationDialog(const Application &application, QWidget *parent);

    /// As it was given, with what the person entered.
    Application application() const;

protected:
    QString check() const override;

private:
    void addFields();
    void addGrantTypes();
    void showApplication(const Application &application);
    void updateRights();
    QString chosenGrantTypes() const;

    Application m_application;
    QLineEdit *m_name;
    QLineEdit *m_uid;
    QComboBox *m_type;
    QPlainTextEdit *m_redirectUris;
    QLineEdit *m_scopes;
    QMap<QString, QCheckBox *> m_grantTypes;
    QCheckBox *m_trusted;
    QCheckBox *m_superClient;
    QCheckBox *m_enabled;
};

} // namespace Gatehouse
