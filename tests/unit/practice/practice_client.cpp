#include "tests/unit/practice/practice_client.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <zlib.h>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr int wireTimeout = 20'000;

} // namespace

QString Reply::errorCode() const
{
    return QJsonDocument::fromJson(body).array().first().toObject().value("errorCode"_L1).toString();
}

Wire::Wire(quint16 port)
    : m_socket(std::make_unique<QTcpSocket>())
{
    m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket->waitForConnected(wireTimeout);
}

Wire::~Wire() = default;

void Wire::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(wireTimeout)) { }
}

bool Wire::closedByPeer()
{
    while (m_socket->state() == QAbstractSocket::ConnectedState)
        if (!m_socket->waitForReadyRead(wireTimeout))
            break;
    return m_socket->state() != QAbstractSocket::ConnectedState;
}

Reply Wire::receive()
{
    const auto more = [this] {
        if (!m_socket->waitForReadyRead(wireTimeout))
            return false;
        m_received += m_socket->readAll();
        return true;
    };
    while (!m_received.contains("\r\n\r\n"))
        if (!more())
            return {};
    Reply reply;
    const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
    const QByteArrayList lines = m_received.left(headEnd).replace("\r\n", "\n").split('\n');
    reply.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    m_received.remove(0, headEnd + 4);
    const bool chunked = reply.headers.value("transfer-encoding"_ba) == "chunked";
    qsizetype length = reply.headers.value("content-length"_ba).toLongLong();
    do {
        if (chunked) {
            while (!m_received.contains("\r\n"))
                if (!more())
                    return {};
            const qsizetype lineEnd = m_received.indexOf("\r\n");
            length = m_received.left(lineEnd).toLongLong(nullptr, 16);
            m_received.remove(0, lineEnd + 2);
        }
        const qsizetype tail = chunked ? 2 : 0;
        while (m_received.size() < length + tail)
            if (!more())
                return {};
        reply.body += m_received.left(length);
        m_received.remove(0, length + tail);
    } while (chunked && length > 0);
    return reply;
}

QByteArray Wire::receiveUntilClosed()
{
    while (m_socket->state() == QAbstractSocket::ConnectedState && m_socket->waitForReadyRead(wireTimeout)) {
    }
    return m_received + m_socket->readAll();
}

Reply Wire::ask(const QByteArray &method, const QByteArray &path, const QByteArrayList &headers,
                const QByteArray &body)
{
    QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const QByteArray &header : headers)
        head += header + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH")
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    send(head + "\r\n" + body);
    return receive();
}

PracticeClient::PracticeClient(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    m_org = json.value("salesforce"_L1).toObject();
    m_port = static_cast<quint16>(QUrl(m_org.value("url"_L1).toString()).port());
    m_adminPort
        = static_cast<quint16>(QUrl(json.value("admin"_L1).toObject().value("url"_L1).toString()).port());
}

QByteArray PracticeClient::bearer() const
{
    return "Authorization: Bearer " + m_org.value("token"_L1).toString().toLatin1();
}

Reply PracticeClient::ask(const QByteArray &method, const QByteArray &path, const QByteArray &type,
                          const QByteArray &body, QByteArrayList headers)
{
    headers.prepend(bearer());
    if (!type.isEmpty())
        headers.append("Content-Type: " + type);
    return Wire(m_port).ask(method, path, headers, body);
}

Reply PracticeClient::admin(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    return Wire(m_adminPort).ask(method, path, {}, body);
}

QByteArray PracticeClient::createJob(const QByteArray &json)
{
    return ask("POST"_ba, jobsPath, "application/json"_ba, json)
        .object()
        .value("id"_L1)
        .toString()
        .toLatin1();
}

QJsonObject PracticeClient::run(const QByteArray &createJson, const QByteArray &csv)
{
    const QByteArray id = createJob(createJson);
    ask("PUT"_ba, jobsPath + '/' + id + "/batches", "text/csv"_ba, csv);
    ask("PATCH"_ba, jobsPath + '/' + id, "application/json"_ba, "{\"state\":\"UploadComplete\"}"_ba);
    return waitForEnd(id);
}

QJsonObject PracticeClient::waitForEnd(const QByteArray &id)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 60'000) {
        const QJsonObject job = ask("GET"_ba, jobsPath + '/' + id).object();
        const QString state = job.value("state"_L1).toString();
        if (state == u"JobComplete" || state == u"Failed" || state == u"Aborted")
            return job;
        admin("POST"_ba, "/clock"_ba, "{\"seconds\":5}"_ba);
    }
    return {};
}

QByteArray PracticeClient::result(const QByteArray &id, const QByteArray &resource)
{
    return ask("GET"_ba, jobsPath + '/' + id + '/' + resource).body;
}

QList<QJsonObject> PracticeClient::records(const QByteArray &object)
{
    QList<QJsonObject> records;
    for (const QByteArray &line :
         admin("GET"_ba, "/records?service=salesforce&object=" + object).body.split('\n'))
        if (!line.isEmpty())
            records.append(QJsonDocument::fromJson(line).object());
    return records;
}

QByteArray unpacked(QByteArray packed)
{
    z_stream stream {};
    constexpr int gzipWindow = 15 + 16;
    if (inflateInit2(&stream, gzipWindow) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray plain;
    QByteArray room(64 * 1024, Qt::Uninitialized);
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef *>(room.data());
        stream.avail_out = static_cast<uInt>(room.size());
        state = inflate(&stream, Z_NO_FLUSH);
        plain.append(room.constData(), room.size() - static_cast<qsizetype>(stream.avail_out));
    }
    const bool whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    return whole ? plain : QByteArray();
}

QList<QByteArrayList> parsedResult(const QByteArray &csv, char delimiter)
{
    QList<QByteArrayList> rows;
    QByteArrayList row;
    QByteArray cell;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
            cell += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == delimiter) {
            row.append(std::exchange(cell, QByteArray()));
        } else if (!quoted && c == '\n') {
            if (cell.endsWith('\r'))
                cell.chop(1);
            row.append(std::exchange(cell, QByteArray()));
            rows.append(std::exchange(row, QByteArrayList()));
        } else {
            cell += c;
        }
    }
    return rows;
}

} // namespace rowlift::practice
