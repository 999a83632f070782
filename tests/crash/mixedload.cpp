#include "tests/crash/mixedload.h"

#include "tests/app/httpclient.h"

#include <chrono>
#include <thread>
#include <utility>

using namespace std::chrono_literals;

QByteArray MixedLoad::sampleClient()
{
    return "9b36d8c0db59eff5038aea7a417d73e69aea75b41aac771816d2ef1b3109cc2f:"
           "d6ea27703957b69939b8104ed4524595e210cd2e79af587744a7eb6e58f5b3d2";
}

void MixedLoad::run(quint16 port, int answers, const std::function<void()> &kill)
{
    const int wanted = m_acknowledged + answers;
    std::vector<std::thread> threads;
    bool isOdd = false;
    for (Told &told : m_clients) {
        const auto work = isOdd ? &MixedLoad::rotate : &MixedLoad::issueAndRevoke;
        threads.emplace_back(work, this, port, std::ref(told));
        isOdd = !isOdd;
    }
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (m_acknowledged < wanted && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(100us);
    kill();
    for (std::thread &thread : threads)
        thread.join();
}

void MixedLoad::issueAndRevoke(quint16 port, Told &told)
{
    HttpClient client(port);
    for (bool revokes = false;; revokes = !revokes) {
        const HttpClient::Answer answer = client.post("/oauth/token", "grant_type=client_credentials", sampleClient());
        if (answer.status != 200)
            return;
        const QByteArray token = answer.text("access_token").toLatin1();
        ++m_acknowledged;
        if (!revokes) {
            told.issued.append(token);
            continue;
        }
        // Between request and answer the token is in neither list.
        if (client.post("/oauth/revoke", "token=" + token, sampleClient()).status != 200)
            return;
        ++m_acknowledged;
        told.revoked.append(token);
    }
}

void MixedLoad::rotate(quint16 port, Told &told)
{
    HttpClient client(port);
    for (;;) {
        const QByteArray used = std::exchange(told.refreshToken, {});
        const QByteArray form = used.isEmpty()
            ? QByteArray("grant_type=password&username=user@example.com&password=doorkeeper")
            : "grant_type=refresh_token&refresh_token=" + used;
        const HttpClient::Answer answer = client.post("/oauth/token", form, sampleClient());
        if (answer.status != 200)
            return;
        ++m_acknowledged;
        told.issued.append(answer.text("access_token").toLatin1());
        told.refreshToken = answer.text("refresh_token").toLatin1();
        if (!used.isEmpty())
            told.rotatedOut.append(used);
    }
}

QStringList MixedLoad::lost(quint16 port) const
{
    HttpClient client(port);
    QStringList lost;
    const auto expect = [&](const QByteArray &token, bool isActive, const char *what) {
        const HttpClient::Answer answer = client.post("/oauth/introspect", "token=" + token, sampleClient());
        if (answer.json().value(QLatin1String("active")) != QJsonValue(isActive))
            lost.append(QStringLiteral("%1: status %2, %3")
                            .arg(QLatin1String(what), QString::number(answer.status), QString::fromUtf8(answer.body)));
    };
    for (const Told &told : m_clients) {
        for (const QByteArray &token : told.issued)
            expect(token, true, "a token that was issued");
        for (const QByteArray &token : told.revoked)
            expect(token, false, "a token that was revoked");
        for (const QByteArray &token : told.rotatedOut)
            expect(token, false, "a refresh token that was rotated out");
        if (!told.refreshToken.isEmpty())
            expect(told.refreshToken, true, "a refresh token that was issued");
    }
    return lost;
}
