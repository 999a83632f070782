#include "ui/widgets/policyeditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Gatehouse;

class TestPolicyEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySwitchHasAnEditor();
    void showingTellsNothing();
    void changesAreToldOneByOne();
    void wrongValuesGoBack();
    void profileSetsAllSwitches();
    void aMixIsCustom();
};

void TestPolicyEditor::everySwitchHasAnEditor()
{
    const PolicyEditor editor;
    for (const PolicySwitch &policySwitch : PolicySwitch::all()) {
        const auto *widget = editor.findChild<QWidget *>(policySwitch.name);
        QVERIFY2(widget, qPrintable(policySwitch.name));
    }
}

void TestPolicyEditor::showingTellsNothing()
{
    PolicyEditor editor;
    QSignalSpy edited(&editor, &PolicyEditor::policyEdited);
    for (const QString &name : Policy::profiles()) {
        const Policy preset = *Policy::preset(name);
        editor.setPolicy(preset);
        QVERIFY(editor.policy() == preset);
        QCOMPARE(editor.findChild<QComboBox *>(QStringLiteral("profile"))->currentData().toString(), name);
    }
    QCOMPARE(edited.size(), 0);
}

void TestPolicyEditor::changesAreToldOneByOne()
{
    PolicyEditor editor;
    editor.setPolicy({});
    QSignalSpy edited(&editor, &PolicyEditor::policyEdited);
    editor.findChild<QCheckBox *>(QStringLiteral("implicit_flow"))->click();
    QCOMPARE(edited.size(), 1);
    QVERIFY(editor.policy().implicitFlow);
    auto *lifetime = editor.findChild<QSpinBox *>(QStringLiteral("access_token_lifetime"));
    lifetime->setValue(60);
    Q_EMIT lifetime->editingFinished();
    QCOMPARE(editor.policy().accessTokenLifetime, 60);
    auto *scopes = editor.findChild<QLineEdit *>(QStringLiteral("optional_scopes"));
    scopes->setText(QStringLiteral(" a  b "));
    Q_EMIT scopes->editingFinished();
    QCOMPARE(editor.policy().optionalScopes, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    auto *pkce = editor.findChild<QComboBox *>(QStringLiteral("pkce"));
    pkce->setCurrentIndex(pkce->findData(QStringLiteral("everyone")));
    Q_EMIT pkce->activated(pkce->currentIndex());
    QCOMPARE(editor.policy().pkce, Policy::Pkce::Everyone);
    QCOMPARE(edited.size(), 4);
    Q_EMIT lifetime->editingFinished(); // nothing new
    QCOMPARE(edited.size(), 4);
}

void TestPolicyEditor::wrongValuesGoBack()
{
    PolicyEditor editor;
    editor.setPolicy({});
    QSignalSpy edited(&editor, &PolicyEditor::policyEdited);
    auto *type = editor.findChild<QLineEdit *>(QStringLiteral("token_type"));
    type->clear();
    Q_EMIT type->editingFinished();
    QCOMPARE(edited.size(), 0);
    QCOMPARE(type->text(), QStringLiteral("Bearer"));
}

void TestPolicyEditor::profileSetsAllSwitches()
{
    PolicyEditor editor;
    editor.setPolicy({});
    QSignalSpy edited(&editor, &PolicyEditor::policyEdited);
    auto *profile = editor.findChild<QComboBox *>(QStringLiteral("profile"));
    profile->setCurrentIndex(profile->findData(QStringLiteral("doorkeeper")));
    Q_EMIT profile->activated(profile->currentIndex());
    QCOMPARE(edited.size(), 1);
    QVERIFY(editor.policy() == *Policy::preset(QStringLiteral("doorkeeper")));
}

void TestPolicyEditor::aMixIsCustom()
{
    PolicyEditor editor;
    Policy policy;
    policy.codeLifetime = 61;
    editor.setPolicy(policy);
    const auto *profile = editor.findChild<QComboBox *>(QStringLiteral("profile"));
    QVERIFY(profile->currentData().toString().isEmpty());
    QCOMPARE(profile->currentIndex(), profile->count() - 1);
}

QTEST_MAIN(TestPolicyEditor)
#include "tst_policyeditor.moc"
