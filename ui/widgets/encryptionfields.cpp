#include "ui/widgets/encryptionfields.h"

#include "server/servercontroller.h"
#include "ui/widgets/urlfield.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gatehouse {

EncryptionFields::EncryptionFields(QWidget *parent)
    : QWidget(parent)
    , m_mode(new QComboBox(this))
    , m_local(new QWidget(this))
    , m_files(new QWidget(this))
{
    m_mode->setObjectName(QStringLiteral("encryption"));
    m_mode->addItem(tr("None (HTTP)"), int(TlsSettings::Mode::Off));
    m_mode->addItem(tr("HTTPS with a certificate for localhost that Gatehouse makes"), int(TlsSettings::Mode::Local));
    m_mode->addItem(tr("HTTPS with your own certificate"), int(TlsSettings::Mode::Files));
    m_mode->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    auto *authority = new UrlField(m_local);
    authority->setObjectName(QStringLiteral("authority"));
    authority->setName(tr("File that clients are to trust"));
    authority->setUrl(ServerController::authorityFile());
    auto *hint
        = new QLabel(tr("Clients on this computer are to trust this file. It is made when the server starts, stands "
                        "for localhost only, and its own key is thrown away."),
                     m_local);
    hint->setWordWrap(true);
    auto *local = new QVBoxLayout(m_local);
    local->setContentsMargins({});
    local->addWidget(hint);
    local->addWidget(authority);

    auto *files = new QFormLayout(m_files);
    files->setContentsMargins({});
    m_certificate
        = addFile(*files, tr("&Certificate:"), QStringLiteral("tlsCertificate"), tr("Choose the Certificate's File"));
    m_key = addFile(*files, tr("&Key:"), QStringLiteral("tlsKey"), tr("Choose the Key's File"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_mode);
    column->addWidget(m_local);
    column->addWidget(m_files);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &EncryptionFields::showFields);
    showFields();
}

TlsSettings EncryptionFields::settings() const
{
    const auto mode = TlsSettings::Mode(m_mode->currentData().toInt());
    if (mode != TlsSettings::Mode::Files)
        return {mode, {}, {}};
    return {mode, m_certificate->text().trimmed(), m_key->text().trimmed()};
}

void EncryptionFields::setSettings(const TlsSettings &settings)
{
    m_mode->setCurrentIndex(m_mode->findData(int(settings.mode)));
    m_certificate->setText(settings.certificate);
    m_key->setText(settings.key);
}

QWidget *EncryptionFields::first() const
{
    return m_mode;
}

QLineEdit *EncryptionFields::addFile(QFormLayout &form, const QString &label, const QString &name, const QString &title)
{
    auto *field = new QLineEdit(m_files);
    field->setObjectName(name);
    field->setLayoutDirection(Qt::LeftToRight);
    auto *choose = new QPushButton(tr("Browse…"), m_files);
    choose->setAccessibleName(title);
    connect(choose, &QPushButton::clicked, this, [this, field, title] { browse(field, title); });
    auto *row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(choose);
    form.addRow(label, row);
    static_cast<QLabel *>(form.labelForField(row))->setBuddy(field);
    return field;
}

void EncryptionFields::showFields()
{
    const TlsSettings::Mode mode = settings().mode;
    m_local->setVisible(mode == TlsSettings::Mode::Local);
    m_files->setVisible(mode == TlsSettings::Mode::Files);
}

void EncryptionFields::browse(QLineEdit *field, const QString &title)
{
    auto *dialog = new QFileDialog(window(), title, field->text(), tr("PEM files (*.pem *.crt *.key);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
    dialog->open();
}

} // namespace Gatehouse
