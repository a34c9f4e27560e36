#pragma once

// Only for http_listener.cpp: it includes Boost.
#include "app/practice/http_message.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility> // before asio, which uses std::exchange without it

namespace rowlift::practice {

/// One pause that the end of the server cuts short.
class Pauses {
public:
    /// False when the server is ending.
    bool wait(std::chrono::milliseconds time)
    {
        std::unique_lock lock(m_mutex);
        return !m_changed.wait_for(lock, time, [this] { return m_ending; });
    }
    void end()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_ending = true;
        }
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ending = false;
};

/// Reads the body of the request at hand from the socket, chunked or not, and can break off halfway.
class SocketBody final : public BodyReader {
public:
    SocketBody(boost::asio::ip::tcp::socket &socket, boost::beast::flat_buffer &buffer,
               boost::beast::http::request_parser<boost::beast::http::buffer_body> &parser)
        : m_socket(socket)
        , m_buffer(buffer)
        , m_parser(parser)
    {
        const auto length = parser.content_length();
        if (length && !parser.chunked())
            m_left = static_cast<qint64>(*length);
    }

    /// Makes read() fail after so many bytes.
    void breakAfter(qint64 bytes) { m_breakAfter = bytes; }
    bool broken() const { return m_broken; }
    bool ended() const { return m_left < 0 ? m_parser.is_done() : m_left == 0; }

    qint64 read(char *into, qint64 most) override
    {
        if (m_broken)
            return -1;
        if (m_breakAfter >= 0)
            most = std::min(most, m_breakAfter - m_read);
        if (m_breakAfter >= 0 && most <= 0 && !ended()) {
            m_broken = true;
            return -1;
        }
        return m_left < 0 ? parsed(into, most) : raw(into, most);
    }

private:
    qint64 parsed(char *into, qint64 most)
    {
        auto &body = m_parser.get().body();
        while (!m_parser.is_done()) {
            body.data = into;
            body.size = static_cast<std::size_t>(most);
            boost::system::error_code error;
            boost::beast::http::read_some(m_socket, m_buffer, m_parser, error);
            if (error == boost::beast::http::error::need_buffer)
                error = {};
            if (error) {
                m_broken = true;
                return -1;
            }
            const qint64 got = most - static_cast<qint64>(body.size);
            m_read += got;
            if (got > 0)
                return got;
        }
        return 0;
    }

    /// A body of known length needs no parser, and so goes without a copy through its buffer.
    qint64 raw(char *into, qint64 most)
    {
        const auto wanted = static_cast<std::size_t>(std::min(most, m_left));
        if (wanted == 0)
            return 0;
        std::size_t got = boost::asio::buffer_copy(boost::asio::buffer(into, wanted), m_buffer.data());
        m_buffer.consume(got);
        if (got == 0) {
            boost::system::error_code error;
            got = m_socket.read_some(boost::asio::buffer(into, wanted), error);
            m_broken = static_cast<bool>(error);
        }
        m_left -= static_cast<qint64>(got);
        m_read += static_cast<qint64>(got);
        return m_broken ? -1 : static_cast<qint64>(got);
    }

    boost::asio::ip::tcp::socket &m_socket;
    boost::beast::flat_buffer &m_buffer;
    boost::beast::http::request_parser<boost::beast::http::buffer_body> &m_parser;
    qint64 m_breakAfter = -1;
    qint64 m_read = 0;
    qint64 m_left = -1; ///< Of a body whose length the head told.
    bool m_broken = false;
};

} // namespace rowlift::practice
