// The one file that includes Boost: it takes seconds to compile.
#include "app/practice/http_listener.h"

#include "app/practice/gzip.h"
#include "app/practice/http_socket.h"

#include <QUrl>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <condition_variable>
#include <limits>
#include <list>
#include <mutex>
#include <thread>
#include <utility> // before asio, which uses std::exchange without it

namespace rowlift::practice {

using namespace Qt::StringLiterals;

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;

namespace {

/// One connection: requests one after the other until the peer or a mishap ends it.
class Session {
public:
    Session(tcp::socket socket, Responder &responder, Pauses &pauses)
        : m_socket(std::move(socket))
        , m_responder(responder)
        , m_pauses(pauses)
    {
    }

    void run()
    {
        while (m_socket.is_open() && exchange()) { }
        error_code ignored;
        m_socket.shutdown(tcp::socket::shutdown_both, ignored);
        const std::scoped_lock lock(m_closing);
        m_socket.close(ignored);
    }

    /// Called from another thread: wakes a blocked read or write.
    void interrupt()
    {
        const std::scoped_lock lock(m_closing);
        error_code ignored;
        m_socket.shutdown(tcp::socket::shutdown_both, ignored);
    }

private:
    using Parser = http::request_parser<http::buffer_body>;

    /// False when the connection shall end.
    bool exchange()
    {
        Parser parser;
        parser.header_limit(64 * 1024);
        parser.body_limit(std::numeric_limits<std::uint64_t>::max());
        error_code error;
        http::read_header(m_socket, m_buffer, parser, error);
        if (error == http::error::end_of_stream || error == asio::error::connection_reset
            || error == asio::error::eof)
            return false;
        if (error) {
            writeAll("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"_ba);
            return false;
        }
        SocketBody body(m_socket, m_buffer, parser);
        Request request = requestOf(parser);
        request.reader = &body;
        const auto fault = m_responder.faultFor(request);
        const bool goOn = fault ? mishap(*fault, request, body, parser) : plain(request, body, parser);
        return goOn && parser.get().keep_alive();
    }

    static Request requestOf(const Parser &parser)
    {
        const auto &head = parser.get();
        const auto bytes
            = [](auto view) { return QByteArray(view.data(), static_cast<qsizetype>(view.size())); };
        Request request;
        request.method = bytes(head.method_string());
        request.headOnly = request.method == "HEAD";
        if (request.headOnly)
            request.method = "GET"_ba;
        request.target = bytes(head.target());
        for (const auto &field : head) {
            const QByteArray name = bytes(field.name_string()).toLower();
            if (!request.headers.contains(name))
                request.headers.insert(name, bytes(field.value()));
        }
        QByteArray target = request.target;
        if (target.startsWith("http://"))
            target = QUrl::fromEncoded(target).toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        const qsizetype mark = target.indexOf('?');
        request.path = foldedPath(mark < 0 ? target : target.left(mark));
        if (mark >= 0)
            request.query = parsedForm(target.mid(mark + 1));
        return request;
    }

    void sayContinue(const Request &request)
    {
        if (request.header("expect"_ba).toLower() == "100-continue")
            writeAll("HTTP/1.1 100 Continue\r\n\r\n"_ba);
    }

    Response answered(Request &request, SocketBody &body)
    {
        sayContinue(request);
        Response response = m_responder.answer(request);
        drain(body);
        return response;
    }

    bool plain(Request &request, SocketBody &body, const Parser &parser)
    {
        Response response = answered(request, body);
        if (body.broken() || response.lost) {
            m_responder.ended(request, 0);
            return false;
        }
        if (parser.get().version() >= 11) // a packed stream comes in chunks, which HTTP/1.0 does not know
            packIfAsked(request, response);
        const bool sent = write(response, request.headOnly, parser.get().keep_alive(), -1, {});
        m_responder.ended(request, sent ? response.status : 0);
        return sent;
    }

    bool mishap(const Fault &fault, Request &request, SocketBody &body, const Parser &parser)
    {
        const bool keepAlive = parser.get().keep_alive();
        const std::chrono::milliseconds time(fault.value);
        int status = 0;
        switch (fault.kind) {
        case Fault::Kind::Refuse:
        case Fault::Kind::ResetBefore:
            reset();
            break;
        case Fault::Kind::ResetDuring: {
            const auto length = parser.content_length();
            body.breakAfter(length ? static_cast<qint64>(*length) / 2 : parser.chunked() ? 32 * 1024 : 0);
            sayContinue(request);
            if (!body.ended())
                m_responder.answer(request);
            reset();
            break;
        }
        case Fault::Kind::ResetAfter:
            writeHalf(answered(request, body));
            reset();
            break;
        case Fault::Kind::HalfReply:
            writeHalf(answered(request, body));
            break;
        case Fault::Kind::LoseReply:
            answered(request, body);
            break;
        case Fault::Kind::Garbage:
            answered(request, body);
            writeAll("\x15\x03\x01 this is no HTTP \x00\xff\r\n\r\n"_ba);
            break;
        case Fault::Kind::Stall:
            answered(request, body);
            m_pauses.wait(time);
            break;
        case Fault::Kind::Slow: {
            Response response = answered(request, body);
            status = response.status;
            const bool sent = !body.broken() && write(response, request.headOnly, keepAlive, -1, time);
            m_responder.ended(request, sent ? status : 0);
            return sent;
        }
        case Fault::Kind::Status: {
            sayContinue(request);
            drain(body);
            Response response = m_responder.faultReply(request, fault.value);
            dress(response, fault);
            const bool sent = !body.broken() && write(response, request.headOnly, keepAlive, -1, {});
            m_responder.ended(request, sent ? response.status : 0);
            return sent;
        }
        }
        m_responder.ended(request, status);
        return false;
    }

    /// What a planted status says otherwise than the service would.
    static void dress(Response &response, const Fault &fault)
    {
        if (fault.body)
            response.body = *fault.body;
        for (const auto &[name, value] : fault.headers) {
            response.headers.removeIf(
                [&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
            if (!value.isEmpty())
                response.with(name, value);
        }
    }

    void drain(SocketBody &body)
    {
        QByteArray piece(64 * 1024, Qt::Uninitialized);
        while (body.read(piece.data(), piece.size()) > 0) { }
    }

    void reset()
    {
        error_code ignored;
        m_socket.set_option(asio::socket_base::linger(true, 0), ignored);
        const std::scoped_lock lock(m_closing);
        m_socket.close(ignored);
    }

    bool writeAll(const QByteArray &bytes)
    {
        error_code error;
        asio::write(m_socket, asio::buffer(bytes.constData(), static_cast<std::size_t>(bytes.size())), error);
        return !error;
    }

    static QByteArray headOf(const Response &response, qint64 length, bool keepAlive)
    {
        QByteArray head = "HTTP/1.1 "_ba + QByteArray::number(response.status) + ' '
            + reasonPhrase(response.status) + "\r\n";
        for (const auto &[name, value] : response.headers)
            head += name + ": " + value + "\r\n";
        if (length < 0)
            head += "Transfer-Encoding: chunked\r\n";
        else if (response.status != 204 && response.status != 304)
            head += "Content-Length: " + QByteArray::number(length) + "\r\n";
        return head + (keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
    }

    void writeHalf(Response response)
    {
        const qint64 length = response.source ? response.source->size() : response.body.size();
        write(response, false, false, length > 1 ? length / 2 : 0, {});
    }

    /// Writes head and body; stops after \a most bytes of the body unless that is below 0; spreads the body
    /// over \a time.
    bool write(Response &response, bool headOnly, bool keepAlive, qint64 most, std::chrono::milliseconds time)
    {
        const qint64 length = response.source ? response.source->size() : response.body.size();
        if (!writeAll(headOf(response, length, keepAlive)))
            return false;
        if (headOnly || length == 0)
            return time.count() == 0 || m_pauses.wait(time);
        if (!response.source)
            return writePiece(most < 0 ? response.body : response.body.left(most), false, time);
        qint64 written = 0;
        for (QByteArray piece = response.source->next(); !piece.isEmpty(); piece = response.source->next()) {
            if (most >= 0)
                piece.truncate(std::min<qint64>(piece.size(), most - written));
            if (piece.isEmpty())
                return false;
            if (!writePiece(piece, length < 0, std::exchange(time, std::chrono::milliseconds(0))))
                return false;
            written += piece.size();
        }
        return length < 0 ? writeAll("0\r\n\r\n"_ba) : written == length;
    }

    bool writePiece(const QByteArray &piece, bool chunked, std::chrono::milliseconds time)
    {
        if (chunked && !writeAll(QByteArray::number(piece.size(), 16) + "\r\n"))
            return false;
        if (!(time.count() > 0 ? drip(piece, time) : writeAll(piece)))
            return false;
        return !chunked || writeAll("\r\n"_ba);
    }

    bool drip(const QByteArray &piece, std::chrono::milliseconds time)
    {
        constexpr qsizetype drops = 10;
        const qsizetype size = std::max<qsizetype>(1, (piece.size() + drops - 1) / drops);
        for (qsizetype at = 0; at < piece.size(); at += size)
            if (!m_pauses.wait(time / drops) || !writeAll(piece.mid(at, size)))
                return false;
        return true;
    }

    tcp::socket m_socket;
    Responder &m_responder;
    Pauses &m_pauses;
    boost::beast::flat_buffer m_buffer;
    std::mutex m_closing;
};

struct RunningSession {
    std::unique_ptr<Session> session;
    std::thread thread;
    bool done = false;
};

} // namespace

struct Listener::Private {
    explicit Private(Responder &to)
        : responder(to)
    {
    }

    error_code open(quint16 atPort)
    {
        error_code error;
        const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), atPort);
        acceptor.open(endpoint.protocol(), error);
        if (!error)
            acceptor.set_option(asio::socket_base::reuse_address(true), error);
        if (!error)
            acceptor.bind(endpoint, error);
        if (!error)
            acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (!error)
            port = acceptor.local_endpoint(error).port();
        return error;
    }

    void accept()
    {
        acceptor.async_accept(connections, [this](const error_code &error, tcp::socket socket) {
            if (!error)
                begin(std::move(socket));
            if (acceptor.is_open())
                accept();
        });
    }

    void begin(tcp::socket socket)
    {
        error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        reap(false);
        const std::scoped_lock lock(mutex);
        RunningSession &running = sessions.emplace_back();
        running.session = std::make_unique<Session>(std::move(socket), responder, pauses);
        running.thread = std::thread([this, &running] {
            running.session->run();
            const std::scoped_lock lockAtEnd(mutex);
            running.done = true;
        });
    }

    /// Joins the threads that have ended, or all of them.
    void reap(bool all)
    {
        std::list<RunningSession> ended;
        {
            const std::scoped_lock lock(mutex);
            for (auto each = sessions.begin(); each != sessions.end();) {
                const auto here = each++;
                if (all || here->done)
                    ended.splice(ended.end(), sessions, here);
            }
        }
        for (RunningSession &running : ended)
            running.thread.join();
    }

    void interruptAll()
    {
        const std::scoped_lock lock(mutex);
        for (RunningSession &running : sessions)
            running.session->interrupt();
    }

    void close(int milliseconds)
    {
        error_code ignored;
        acceptor.close(ignored);
        interruptAll();
        reopening.expires_after(std::chrono::milliseconds(milliseconds));
        reopening.async_wait([this](const error_code &error) {
            if (!error && !open(port))
                accept();
        });
    }

    Responder &responder;
    Pauses pauses;
    /// Never run: its sockets are used blocking, in threads of their own. Goes after the context that accepts
    /// them.
    asio::io_context connections;
    asio::io_context context;
    asio::executor_work_guard<asio::io_context::executor_type> work = asio::make_work_guard(context);
    tcp::acceptor acceptor { context };
    asio::steady_timer reopening { context };
    quint16 port = 0;
    std::thread thread;
    std::mutex mutex;
    std::list<RunningSession> sessions;
};

Listener::Listener(Responder &responder)
    : m_d(std::make_unique<Private>(responder))
{
}

Listener::~Listener()
{
    stop();
}

bool Listener::start(quint16 port, QString *error)
{
    if (const error_code failed = m_d->open(port)) {
        *error = QString::fromStdString(failed.message());
        return false;
    }
    return true;
}

void Listener::serve()
{
    m_d->accept();
    m_d->thread = std::thread([d = m_d.get()] { d->context.run(); });
}

quint16 Listener::port() const
{
    return m_d->port;
}

void Listener::refuse(int milliseconds)
{
    asio::post(m_d->context, [d = m_d.get(), milliseconds] { d->close(milliseconds); });
}

void Listener::stop()
{
    if (!m_d->thread.joinable())
        return;
    m_d->context.stop();
    m_d->thread.join();
    error_code ignored;
    m_d->acceptor.close(ignored);
    m_d->pauses.end();
    m_d->interruptAll();
    m_d->reap(true);
}

} // namespace rowlift::practice
