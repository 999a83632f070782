#include "ui/audit/auditexportbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace Gatehouse {

AuditExportBar::AuditExportBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("auditExportBar"));
    m_cancel->setObjectName(QStringLiteral("cancelExport"));
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_text);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, &m_export, &AuditExport::cancel);
    connect(&m_export, &AuditExport::progressed, this, &AuditExportBar::showState);
    connect(&m_export, &AuditExport::finished, this, [this](const Result<AuditExportState> &outcome) {
        hide();
        Q_EMIT finished(outcome);
    });
    retranslate();
    hide();
}

void AuditExportBar::start(const AuditExportOrder &order)
{
    showState({});
    show();
    m_export.start(order);
}

void AuditExportBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AuditExportBar::retranslate()
{
    m_cancel->setText(tr("&Cancel", "the export"));
    m_progress->setAccessibleName(tr("Progress of the export"));
    showState(m_state);
}

void AuditExportBar::showState(const AuditExportState &state)
{
    m_state = state;
    m_text->setText(tr("Exporting: %n event(s) so far", "", int(state.events)));
    m_progress->setValue(state.percent);
}

} // namespace Gatehouse
