#pragma once

#include "app/net/http.h"

#include <optional>

namespace rowlift {

/// Reads one answer of HTTP/1.x from its bytes, in whatever pieces they come.
class ReplyParser {
public:
    explicit ReplyParser(qsizetype mostBody)
        : m_mostBody(mostBody)
    {
    }

    enum class State {
        Open,
        Whole,
        Senseless, ///< That is no HTTP.
        TooLarge,
        Cut ///< The peer was gone before all had come.
    };
    State take(const QByteArray &bytes);
    /// The peer has closed: an answer without a length ends with it.
    State close();
    State state() const { return m_state; }
    HttpReply &reply() { return m_reply; }

private:
    enum class Stage { Head, Length, ChunkSize, Chunk, Trailer, ToTheEnd };

    bool step();
    bool takeHead();
    bool takeStatus(const QByteArray &line);
    bool takeChunkSize();
    bool takeBody();
    bool end(State state);
    std::optional<QByteArray> line();

    const qsizetype m_mostBody;
    State m_state = State::Open;
    Stage m_stage = Stage::Head;
    HttpReply m_reply;
    QByteArray m_bytes; ///< Come and not yet taken.
    qint64 m_left = 0; ///< Of the body, or of its chunk.
};

} // namespace rowlift
