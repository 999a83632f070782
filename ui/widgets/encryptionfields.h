#pragma once

#include "server/serversettings.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace Gatehouse {

class UrlField;

/// How connections are encrypted, to be chosen: not at all, with the certificate that Gatehouse makes for localhost (and
/// then which file clients are to trust), or with files of one's own.
class EncryptionFields : public QWidget
{
    Q_OBJECT

public:
    explicit EncryptionFields(QWidget *parent = nullptr);

    TlsSettings settings() const;
    void setSettings(const TlsSettings &settings);
    /// For the label beside it.
    QWidget *first() const;

private:
    QLineEdit *addFile(QFormLayout &form, const QString &label, const QString &name, const QString &title);
    void showFields();
    void browse(QLineEdit *field, const QString &title);

    QComboBox *m_mode;
    QWidget *m_local;
    QWidget *m_files;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_key = nullptr;
};

} // namespace Gatehouse
