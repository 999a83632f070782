#include "models/revocation/revocationservice.h"
#include "models/store/auditstore.h"
#include "models/store/consentstore.h"
#include "models/store/domainstore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/tokenstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/revocation/revocationpreview.h"
#include "ui/revocation/revocationtree.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

using Kind = RevocationPick::Kind;

/// One family of two pairs under a consent, a third pair under the same consent, a code, and a bystander.
class TestRevocationPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void countsEachLevel();
    void levelDecidesWhatEnds();
    void revokesAndProves();
    void provesEachByItself();
    void keyboardAlone();
    void treeOpensDownToTheTokens();
    void countsAreLive();
    void driftIsRefused();
    void consentAloneLeavesTokens();
    void consentTakesAll();
    void applicationAndUser();
    void domainWantsItsName();
    void goneRowsAreToldOf();
    void escapeChangesNothing();

private:
    AccessToken add(const QString &name, Id family, Id consent);
    bool isActive(Id token, bool refresh = false);
    void ask(Kind kind, const QList<Id> &ids, const QString &name = {});
    QRadioButton *level(const QString &beginning);
    QPushButton *button(const char *name) { return m_pane->findChild<QPushButton *>(QLatin1String(name)); }
    void revoke();
    QString outcomeOf(const QString &reason);

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<RevocationPreview> m_pane;
    Application m_application;
    User m_user;
    Consent m_consent;
    AccessToken m_first;
    AccessToken m_second;
    AccessToken m_third;
    AccessToken m_bystander;
    AccessGrant m_code;
};

void TestRevocationPreview::init()
{
    m_fixture = std::make_unique<ConsoleFixture>();
    m_application = m_fixture->addApplication();
    m_user = m_fixture->addUser();
    m_consent = take(m_fixture->run([this](Store &store) {
        return store.consents().give(DomainStore::DefaultId, m_user.id, m_application.id, QStringLiteral("public"),
                                     ConsoleFixture::Start);
    }));
    TokenFamily family;
    family.domainId = DomainStore::DefaultId;
    family.applicationId = m_application.id;
    family.resourceOwnerId = m_user.id;
    family.consentId = m_consent.id;
    family.createdAt = ConsoleFixture::Start;
    const Id first = take(m_fixture->run([family](Store &store) { return store.families().insert(family); })).id;
    const Id other = take(m_fixture->run([family](Store &store) { return store.families().insert(family); })).id;
    m_first = add(QStringLiteral("first"), first, m_consent.id);
    m_second = add(QStringLiteral("second"), first, m_consent.id);
    m_third = add(QStringLiteral("third"), other, m_consent.id);
    m_bystander = add(QStringLiteral("bystander"), 0, 0);
    AccessGrant code = m_fixture->addGrant(m_application, m_user, QStringLiteral("code"));
    m_code = code;
    m_pane = std::make_unique<RevocationPreview>(m_fixture->console().store, m_fixture->clock());
    m_pane->resize(420, 600);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

void TestRevocationPreview::cleanup()
{
    m_pane.reset();
    m_fixture.reset();
}

AccessToken TestRevocationPreview::add(const QString &name, Id family, Id consent)
{
    AccessToken token;
    token.domainId = DomainStore::DefaultId;
    token.applicationId = m_application.id;
    token.resourceOwnerId = consent != 0 ? m_user.id : 0;
    token.token = name;
    token.refreshToken = family != 0 ? QString(name + QStringLiteral("-refresh")) : QString();
    token.createdAt = ConsoleFixture::Start;
    token.expiresAt = ConsoleFixture::Start + 7200 * 1000;
    token.familyId = family;
    token.consentId = consent;
    return take(m_fixture->run([token](Store &store) { return store.tokens().insert(token); }));
}

bool TestRevocationPreview::isActive(Id token, bool refresh)
{
    const auto found = take(m_fixture->run([token](Store &store) { return store.tokens().find(token); }));
    return activityOf(refresh ? found->refresh : found->access, m_fixture->clock().now()) == Activity::Active;
}

void TestRevocationPreview::ask(Kind kind, const QList<Id> &ids, const QString &name)
{
    m_pane->ask({kind, ids}, name);
    QTRY_VERIFY(kind == Kind::Domain || button("confirmRevocation")->isEnabled());
    QTRY_VERIFY(!m_pane->findChildren<QRadioButton *>().isEmpty());
}

QRadioButton *TestRevocationPreview::level(const QString &beginning)
{
    for (auto *radio : m_pane->findChildren<QRadioButton *>()) {
        if (radio->text().remove(u'&').startsWith(beginning))
            return radio;
    }
    return nullptr;
}

void TestRevocationPreview::revoke()
{
    QTRY_VERIFY(button("confirmRevocation")->isEnabled());
    button("confirmRevocation")->click();
    QTRY_VERIFY(button("showAuditEntry")->isVisible());
}

QString TestRevocationPreview::outcomeOf(const QString &reason)
{
    return take(m_fixture->run([reason](Store &store) -> Result<QString> {
        QString outcome;
        const auto done = store.connection().read(u"SELECT actor || ' ' || outcome FROM audit_events WHERE reason = '"
                                                      % reason % u'\'',
                                                  [&](const QSqlQuery &row) { outcome = row.value(0).toString(); });
        return done ? Result<QString>(outcome) : Result<QString>(done.error());
    }));
}

void TestRevocationPreview::countsEachLevel()
{
    ask(Kind::Tokens, {m_first.id});
    QTRY_VERIFY(level(QStringLiteral("The access tokens alone — 1")));
    QTRY_VERIFY(level(QStringLiteral("With their refresh tokens — 3"))); // both refresh tokens of the family
    QTRY_VERIFY(level(QStringLiteral("Their whole families — 4")));
    QTRY_VERIFY(level(QStringLiteral("All under their consents — 7")));
    QVERIFY(level(QStringLiteral("Their whole families"))->isChecked());
}

void TestRevocationPreview::levelDecidesWhatEnds()
{
    ask(Kind::Tokens, {m_first.id});
    level(QStringLiteral("The access tokens alone"))->click();
    QTRY_COMPARE(button("confirmRevocation")->text().remove(u'&'), QStringLiteral("Revoke 1 Token(s)"));
    revoke();
    QVERIFY(!isActive(m_first.id));
    QVERIFY(isActive(m_first.id, true));
    QVERIFY(isActive(m_second.id));
}

void TestRevocationPreview::revokesAndProves()
{
    ask(Kind::Tokens, {m_first.id});
    m_pane->findChild<QLineEdit *>(QStringLiteral("revocationReason"))->setText(QStringLiteral("laptop lost"));
    revoke();
    QCOMPARE(m_pane->sentence(), QStringLiteral("Ended: 2 access token(s), 2 refresh token(s)."));
    for (const AccessToken &token : {m_first, m_second}) {
        QVERIFY(!isActive(token.id));
        QVERIFY(!isActive(token.id, true));
    }
    QVERIFY(isActive(m_third.id));
    QCOMPARE(outcomeOf(QStringLiteral("laptop lost")), QStringLiteral("console revoked"));
    button("showProof")->click();
    QTRY_COMPARE(m_pane->sentence(), QStringLiteral("Introspected: 4. None of them is active."));
    const auto *tree = m_pane->findChild<RevocationTree *>();
    QCOMPARE(tree->topLevelItemCount(), 2);
    QCOMPARE(tree->topLevelItem(0)->childCount(), 2);
    QCOMPARE(tree->topLevelItem(0)->child(1)->text(1), QStringLiteral("inactive"));
    QSignalSpy event(m_pane.get(), &RevocationPane::eventRequested);
    button("showAuditEntry")->click();
    QCOMPARE(event.size(), 1);
    QVERIFY(event.first().first().value<Id>() > 0);
}

void TestRevocationPreview::provesEachByItself()
{
    for (const AccessToken &token : {m_third, m_bystander, m_first}) {
        ask(Kind::Tokens, {token.id});
        revoke();
        button("showProof")->click();
        const QString asked = token.id == m_bystander.id ? QStringLiteral("1")
            : token.id == m_third.id                     ? QStringLiteral("2")
                                                         : QStringLiteral("4");
        QTRY_COMPARE(m_pane->sentence(), QStringLiteral("Introspected: %1. None of them is active.").arg(asked));
        button("cancelRevocation")->click();
    }
}

void TestRevocationPreview::keyboardAlone()
{
    ask(Kind::Tokens, {m_first.id});
    QTRY_COMPARE(m_pane->focusWidget(), button("confirmRevocation"));
    level(QStringLiteral("Their whole families"))->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Up);
    QVERIFY(level(QStringLiteral("With their refresh tokens"))->isChecked());
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_pane->focusWidget()->objectName(), QStringLiteral("revocationReason"));
    QTest::keyClicks(m_pane->focusWidget(), QStringLiteral("by key"));
    QTRY_VERIFY(button("confirmRevocation")->isEnabled());
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_pane->focusWidget(), button("showProof"));
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(m_pane->sentence(), QStringLiteral("Introspected: 3. None of them is active."));
    QVERIFY(isActive(m_second.id)); // a sibling access token
    QVERIFY(!isActive(m_second.id, true));
    QSignalSpy closed(m_pane.get(), &RevocationPane::closed);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestRevocationPreview::treeOpensDownToTheTokens()
{
    ask(Kind::Application, {m_application.id}, m_application.name);
    auto *tree = m_pane->findChild<RevocationTree *>();
    QTRY_COMPARE(tree->topLevelItemCount(), 2); // under the consent, and without one
    QTreeWidgetItem *consent = tree->topLevelItem(0);
    QVERIFY(consent->text(0).startsWith(QStringLiteral("Consent %1").arg(m_consent.id)));
    QCOMPARE(consent->text(1), QStringLiteral("6"));
    consent->setExpanded(true);
    QTRY_COMPARE(consent->childCount(), 2);
    consent->child(0)->setExpanded(true);
    QTRY_COMPARE(consent->child(0)->childCount(), 2);
    QVERIFY(consent->child(0)->child(0)->text(0).startsWith(QStringLiteral("Token second")));
}

void TestRevocationPreview::countsAreLive()
{
    ask(Kind::Application, {m_application.id}, m_application.name);
    QTRY_VERIFY(level(QStringLiteral("All tokens and codes — 8")));
    add(QStringLiteral("newcomer"), 0, 0);
    QTRY_VERIFY(level(QStringLiteral("All tokens and codes — 9")));
}

void TestRevocationPreview::driftIsRefused()
{
    ask(Kind::Application, {m_application.id}, m_application.name);
    QTRY_VERIFY(level(QStringLiteral("All tokens and codes — 8")));
    // Before the window hears of it.
    add(QStringLiteral("newcomer"), 0, 0);
    button("confirmRevocation")->click();
    QTRY_VERIFY(m_pane->sentence().startsWith(QStringLiteral("Nothing was revoked")));
    QVERIFY(isActive(m_first.id));
    QTRY_VERIFY(level(QStringLiteral("All tokens and codes — 9")));
    revoke();
    QVERIFY(!isActive(m_first.id));
    QVERIFY(!isActive(m_bystander.id));
}

void TestRevocationPreview::consentAloneLeavesTokens()
{
    ask(Kind::Consents, {m_consent.id});
    level(QStringLiteral("The consents alone"))->click();
    QTRY_COMPARE(button("confirmRevocation")->text().remove(u'&'), QStringLiteral("Withdraw 1 Consent(s)"));
    revoke();
    QVERIFY(isActive(m_first.id));
    const auto standing
        = take(m_fixture->run([this](Store &store) { return store.consents().find(m_user.id, m_application.id); }));
    QVERIFY(!standing);
}

void TestRevocationPreview::consentTakesAll()
{
    ask(Kind::Consents, {m_consent.id});
    revoke();
    for (const AccessToken &token : {m_first, m_second, m_third})
        QVERIFY(!isActive(token.id) && !isActive(token.id, true));
    QVERIFY(isActive(m_bystander.id));
}

void TestRevocationPreview::applicationAndUser()
{
    ask(Kind::User, {m_user.id}, m_user.email);
    QTRY_VERIFY(level(QStringLiteral("All tokens and codes — 7")));
    revoke();
    QVERIFY(!isActive(m_first.id));
    QVERIFY(isActive(m_bystander.id));
    const auto code = take(m_fixture->run([this](Store &store) { return store.grants().find(m_code.id); }));
    QVERIFY(code->revokedAt != 0);
}

void TestRevocationPreview::domainWantsItsName()
{
    ask(Kind::Domain, {DomainStore::DefaultId}, QStringLiteral("Default"));
    QTRY_VERIFY(level(QStringLiteral("All tokens and codes — 8")));
    auto *name = m_pane->findChild<QLineEdit *>(QStringLiteral("revocationConfirmation"));
    QVERIFY(name->isVisible());
    QVERIFY(!button("confirmRevocation")->isEnabled());
    name->setText(QStringLiteral("default"));
    QVERIFY(!button("confirmRevocation")->isEnabled());
    name->setText(QStringLiteral("Default"));
    revoke();
    QVERIFY(!isActive(m_bystander.id));
}

void TestRevocationPreview::goneRowsAreToldOf()
{
    m_pane->ask({Kind::Tokens, {4711}}, {});
    QTRY_COMPARE(m_pane->sentence(), QStringLiteral("The selection is not there any more."));
    QVERIFY(m_pane->findChild<QProgressBar *>()->isHidden());
    QVERIFY(!button("confirmRevocation")->isEnabled());
}

void TestRevocationPreview::escapeChangesNothing()
{
    ask(Kind::Tokens, {m_first.id});
    QSignalSpy closed(m_pane.get(), &RevocationPane::closed);
    QTest::keyClick(m_pane->focusWidget(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    QVERIFY(isActive(m_first.id));
}

QTEST_MAIN(TestRevocationPreview)
#include "tst_revocationpreview.moc"
